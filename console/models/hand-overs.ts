import { computed, createModel, effect, signal } from '@preact/signals'
import type { HandOver } from '../../shared/protocol/hand-over.ts'
import { words } from '../later-words.ts'
import { countOf, isSome, nameOfTo } from './handed.ts'
import { leaving, presses } from './leaving.ts'
import type { Session } from './session.ts'

type Needs = Pick<Session, 'connection' | 'notices' | 'desk' | 'me'>
type Answering = 'hand-over:accept' | 'hand-over:decline' | 'hand-over:reconsider' | 'hand-over:take-back'

/** What is handed over at this desk, as far as it concerns me: offered to me, by me, or to be watched over. */
export const HandOversModel = createModel(({ connection, notices, desk, me }: Needs) => {
  const all = signal<readonly HandOver[]>([])
  const dismissed = signal<ReadonlySet<string>>(new Set())
  /** How much is still mine after I went away; null where that is no matter. */
  const leftBehind = signal<number | null>(null)
  const opened = signal<string | null>(null)
  const declining = signal(false)

  async function load() {
    const answer = await connection.ask('hand-over:list', {}).catch(() => null)
    if (answer) meet(answer.handOvers)
  }

  function meet(next: readonly HandOver[]) {
    for (const one of next) {
      const before = all.peek().find(({ id }) => id === one.id)
      if (one.from.id === me.id && before?.state === 'open') tellOf(one, before)
    }
    all.value = next
  }

  /** What came of mine. That nobody is left is said above the screens. */
  function tellOf(one: HandOver, before: HandOver) {
    if (one.state === 'accepted') return notices.tell(words.handOver.acceptedBy(one.by?.name ?? '', countOf(one, 'taken')))
    const [declined] = one.declines.filter(({ by }) => !before.declines.some((other) => other.by.id === by.id))
    if (declined && !one.nobodyLeft) notices.tell(words.handOver.notFor(declined.by.name, nameOfTo(one), declined.reason))
  }

  async function answer(question: Answering, { id }: HandOver, reason?: string): Promise<HandOver | null> {
    try {
      const asked = reason === undefined ? { handOver: id } : { handOver: id, reason }
      return await connection.ask(question, asked as { handOver: string; reason: string })
    } catch (error) {
      notices.refused(error)
      return null
    } finally {
      void load()
    }
  }

  let wish = desk.me.peek()?.standing.wish
  effect(() => connection.onBack(() => void load()))
  effect(() => connection.on('hand-over:changed', () => void load()))
  effect(() => {
    const now = desk.me.value?.standing.wish
    if (wish === 'available' && now === 'away') void countLeft()
    if (now === 'available') leftBehind.value = null
    wish = now
  })

  async function countLeft() {
    const found = await connection.ask('hand-over:look', {}).catch(() => null)
    leftBehind.value = found?.items.filter(presses).length || null
  }

  const shown = computed(() => all.value.filter(({ id }) => !dismissed.value.has(id)))
  const hasDeclined = ({ declines }: HandOver) => declines.some(({ by }) => by.id === me.id)
  const isMeant = ({ from, to }: HandOver) => from.id !== me.id && ('agent' in to ? to.agent.id === me.id : me.teams.includes(to.team.id))
  const isForMe = (one: HandOver) => one.state === 'open' && isMeant(one) && !hasDeclined(one)
  const isDeclinedForNow = (one: HandOver) => isMeant(one) && hasDeclined(one) && !one.nobodyLeft
  const isMine = ({ state, from }: HandOver) => from.id === me.id && (state === 'open' || state === 'declined')

  return {
    forMe: computed(() => shown.value.filter(isForMe)),
    mine: computed(() => shown.value.filter(isMine)),
    /** Of others, and nobody has it: for those who supervise. */
    watched: computed(() =>
      me.role === 'agent'
        ? []
        : shown.value.filter((one) => !isForMe(one) && !isDeclinedForNow(one) && one.from.id !== me.id && isToBeWatched(one)),
    ),
    leftBehind,
    /** Which one is looked at. */
    opened: computed(() => all.value.find(({ id }) => id === opened.value) ?? null),
    /** Whether I am asked why I decline it. */
    declining,
    isForMe,
    open(one: HandOver | null, isDeclining = false) {
      opened.value = one?.id ?? null
      declining.value = isDeclining
    },
    dismiss({ id }: HandOver) {
      dismissed.value = new Set([...dismissed.peek(), id])
    },

    async accept(one: HandOver) {
      const accepted = await answer('hand-over:accept', one)
      opened.value = null
      if (!accepted) return
      const [taken, gone] = [countOf(accepted, 'taken'), countOf(accepted, 'gone')]
      const told = [isSome(taken) ? words.handOver.taken(taken, one.from.name) : '', isSome(gone) ? words.handOver.gone(gone) : '']
      notices.tell(told.filter(Boolean).join(' '))
      // Those that are talked about now are mine from here on.
      await desk.look()
    },
    async decline(one: HandOver, reason: string) {
      const declined = await answer('hand-over:decline', one, reason)
      opened.value = null
      if (!declined) return
      const text = 'team' in one.to ? words.handOver.declinedForTeam(one.to.team.name) : words.handOver.declined
      notices.done(text, async () => {
        await connection.ask('hand-over:reconsider', { handOver: one.id })
        await load()
      })
    },
    async takeBack(one: HandOver) {
      if (await answer('hand-over:take-back', one)) notices.tell(words.handOver.takenBack)
      opened.value = null
    },
    /** To somebody else, since nobody is left: what lies in a hand-over is offered once. */
    async offerAnew(one: HandOver) {
      if (one.state === 'open' && !(await answer('hand-over:take-back', one))) return
      leaving.value = 'shift'
    },
  }
})

export type HandOvers = InstanceType<typeof HandOversModel>

/** Somebody should see to it. */
const isToBeWatched = ({ state }: HandOver) => state === 'open' || state === 'declined'
