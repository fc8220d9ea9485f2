import { type ReadonlySignal, signal } from '@preact/signals'
import type { TeamSettings } from '../../shared/protocol/admin.ts'
import type { DeskSettings } from '../../shared/queue.ts'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { mostWritten, type Problem } from '../../shared/settings-file.ts'
import type { Proposed } from '../../shared/simulation.ts'
import type { TeamRouting } from '../../shared/team-routing.ts'
import type { Http } from '../http.ts'
import { type ByHand, byHand, type Place } from './by-hand.ts'
import { type ChosenText, kept } from './one-file.ts'
import type { Unsaved, UnsavedForm } from './unsaved.ts'

/** How a proposal stands. `unfinished`: something that was written by hand is not as it should be. */
export type ProposalState =
  | { at: 'nothing' }
  | { at: 'compared'; compared: Exclude<Proposed, { problems: Problem[] }> }
  | { at: 'wrong'; problems: Problem[] }
  | { at: 'unfinished'; places: Place[] }
  | { at: 'refused'; refusal: RefusalCode }

interface Needs {
  http: Http
  unsaved: Unsaved
  teams: readonly TeamSettings[]
  numbers: DeskSettings
  routingOf(team: string): Promise<TeamRouting>
}

export interface ProposalModel {
  file: ReadonlySignal<ChosenText | null>
  state: ReadonlySignal<ProposalState>
  isBusy: ReadonlySignal<boolean>
  /** Where the parts of it stand that are not saved. */
  places: ReadonlySignal<readonly ByHand['pages'][number][]>
  /** What was written into this form of the settings; what is written further is heard. */
  unsavedOf<T extends object>(form: string): UnsavedForm<T>
  /** False where it is too large to be a settings file. */
  choose(file: File): Promise<boolean>
  putAway(): void
  /** Lets go of all of it; gives what brings it back. */
  drop(): () => void
  look(): Promise<void>
  /** Looks once more, and says by which id it is tried, null being nothing; or that it cannot be. */
  ready(): Promise<{ proposal: string | null } | 'not-yet'>
  leave(): void
}

/** So long nothing more is written, in milliseconds, before it is held against the desk. */
const pause = 500

/**
 * What somebody proposes and did not save: a settings file, and what he wrote into the forms of the settings, wherever he wrote
 * it. Each time it changes, the desk says what it would change.
 */
export function createProposal({ http, unsaved, teams, numbers, routingOf }: Needs): ProposalModel {
  const chosen = unsaved.of<ChosenText>('file')
  const file = signal(kept(chosen))
  const state = signal<ProposalState>({ at: 'nothing' })
  const isBusy = signal(false)
  const places = signal<ByHand['pages']>([])
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    const mine = ++turn
    clearTimeout(timer)
    isBusy.value = true
    const found = await heard(() => mine === turn).catch(whyNot)
    if (!found || mine !== turn) return
    state.value = found
    isBusy.value = false
  }

  /** What the desk says of it as it is now; null where it is another one meanwhile. */
  async function heard(isNow: () => boolean): Promise<ProposalState | null> {
    const text = file.peek()?.text ?? null
    const { text: written, pages, wrong } = await byHand({ unsaved, teams, numbers, routingOf })
    if (!isNow()) return null
    places.value = text === null ? pages : [...pages, 'file']
    if (wrong.length > 0) return { at: 'unfinished', places: wrong }
    if (text === null && written === null) return { at: 'nothing' }
    const answer = await http.post<Proposed>('/api/simulation/proposal', { file: text, written })
    return answer.problems ? { at: 'wrong', problems: answer.problems } : { at: 'compared', compared: answer }
  }

  function soon() {
    turn += 1
    clearTimeout(timer)
    timer = setTimeout(() => void look(), pause)
  }

  function lay(text: ChosenText | null) {
    file.value = text
    chosen.write(text ?? {})
    void look()
  }

  void look()

  return {
    file,
    state,
    isBusy,
    places,
    look,
    unsavedOf(form) {
      const { read, write } = unsaved.of<Record<string, unknown>>(form)
      return {
        read: () => read() as Partial<never>,
        write(changed) {
          write(changed)
          soon()
        },
      }
    },
    async choose(one) {
      if (one.size > 4 * mostWritten) return false
      lay({ name: one.name, text: await one.text() })
      return true
    },
    putAway: () => lay(null),
    drop() {
      const forms = ['numbers', ...teams.flatMap(({ id }) => [`distribution:${id}`, `waiting:${id}`])].map((form) => unsaved.of(form))
      const before = forms.map((form) => form.read())
      const text = file.peek()
      for (const form of forms) form.write({})
      lay(null)
      return () => {
        for (const [place, form] of forms.entries()) form.write(before[place] ?? {})
        lay(text)
      }
    },
    async ready() {
      await look()
      const now = state.peek()
      if (now.at === 'nothing') return { proposal: null }
      return now.at === 'compared' ? { proposal: now.compared.proposal } : 'not-yet'
    },
    leave() {
      turn += 1
      clearTimeout(timer)
    },
  }
}

const whyNot = (error: unknown): ProposalState => ({ at: 'refused', refusal: error instanceof Refused ? error.code : 'unavailable' })
