import type { Summary } from '../../shared/protocol/line.ts'
import { words } from '../words.ts'
import type { Board } from './board.ts'

/** What is to be said aloud of this news: that I keep somebody waiting, that an agent does, or that my chat went back to the line. */
export function warningIn({ me, mine, colleagues }: Board, { id, status, agent, requester, turn }: Summary): string | null {
  const before = mine.find((one) => one.id === id)
  const step = turn?.reached?.step
  if (before?.turn?.reached && before.agent === me.id && status === 'waiting') return words.turns.took(requester.name)
  if (step === 'warn' && agent === me.id && before?.turn?.reached?.step !== 'warn') return words.turns.remindMe(requester.name)
  if (step !== 'supervise' || me.role === 'agent' || before?.turn?.reached?.step === 'supervise') return null
  const name = colleagues.find((one) => one.id === agent)?.name
  return name ? words.turns.tellSupervisors(name, requester.name) : null
}
