import { computed, createModel, effect, signal } from '@preact/signals'
import type { HandOver } from '../../shared/protocol/hand-over.ts'
import { words } from '../later-words.ts'
import { presses } from './leaving.ts'
import type { Session } from './session.ts'

type Needs = Pick<Session, 'connection' | 'notices' | 'desk' | 'me'>
type Answering = 'hand-over:accept' | 'hand-over:decline' | 'hand-over:take-back'

/** What is handed over at this desk, as far as it concerns me: offered to me, by me, or to be watched over. */
export const HandOversModel = createModel(({ connection, notices, desk, me }: Needs) => {
  const all = signal<readonly HandOver[]>([])
  const dismissed = signal<ReadonlySet<string>>(new Set())
  /** How much is still mine after I went away; null where that is no matter. */
  const leftBehind = signal<number | null>(null)
  const opened = signal<string | null>(null)

  async function load() {
    const answer = await connection.ask('hand-over:list', {}).catch(() => null)
    if (answer) meet(answer.handOvers)
  }

  function meet(next: readonly HandOver[]) {
    for (const one of next) {
      const before = all.peek().find(({ id }) => id === one.id)
      if (one.from.id !== me.id || before?.state !== 'open' || one.state !== 'accepted') continue
      notices.tell(words.handOver.acceptedBy(one.by?.name ?? '', takenOf(one)))
    }
    all.value = next
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
  const isForMe = ({ state, from, to }: HandOver) =>
    state === 'open' && from.id !== me.id && ('agent' in to ? to.agent.id === me.id : me.teams.includes(to.team.id))
  const isMine = ({ state, from }: HandOver) => from.id === me.id && (state === 'open' || state === 'declined')

  return {
    forMe: computed(() => shown.value.filter(isForMe)),
    mine: computed(() => shown.value.filter(isMine)),
    /** Of others, and nobody has it: for those who supervise. */
    watched: computed(() =>
      me.role === 'agent'
        ? []
        : shown.value.filter((one) => !isForMe(one) && one.from.id !== me.id && (one.state === 'open' || one.state === 'declined')),
    ),
    leftBehind,
    /** Which one is looked at. */
    opened: computed(() => all.value.find(({ id }) => id === opened.value) ?? null),
    open(one: HandOver | null) {
      opened.value = one?.id ?? null
    },
    dismiss({ id }: HandOver) {
      dismissed.value = new Set([...dismissed.peek(), id])
    },

    async accept(one: HandOver) {
      const accepted = await answer('hand-over:accept', one)
      opened.value = null
      if (!accepted) return
      const [taken, gone] = [takenOf(accepted), accepted.items.filter(({ outcome }) => outcome === 'gone').length]
      const told = [taken > 0 ? words.handOver.taken(taken, one.from.name) : '', gone > 0 ? words.handOver.gone(gone) : '']
      notices.tell(told.filter(Boolean).join(' '))
      // Those that are talked about now are mine from here on.
      await desk.look()
    },
    async decline(one: HandOver, reason: string) {
      if (await answer('hand-over:decline', one, reason)) notices.tell(words.handOver.declined)
      opened.value = null
    },
    async takeBack(one: HandOver) {
      if (await answer('hand-over:take-back', one)) notices.tell(words.handOver.takenBack)
      opened.value = null
    },
  }
})

export type HandOvers = InstanceType<typeof HandOversModel>

const takenOf = ({ items }: HandOver) => items.filter(({ outcome }) => outcome === 'taken').length
