import type { Conversation } from '../../../shared/conversation.ts'
import { type Refuge, teamsSentTo } from '../../../shared/crowding.ts'
import type { Crowding, Moving, Trace } from '../../../shared/entry.ts'
import type { Due } from '../dues.ts'
import type { DeskView, Directory, Settled } from '../ports.ts'

/** What is asked of a desk to find somebody a better line. */
type Lines = Pick<DeskView, 'team' | 'attended' | 'routing' | 'waitingIn'>

/** What becomes of somebody whom a line cannot keep. Where the other team cannot take him either, his words are kept. */
export function takenIn(refuge: Refuge, why: Crowding, from: readonly string[], desk: Lines): Trace {
  switch (refuge.to) {
    case 'team':
      return canTake(refuge.team, from, desk) ? { kind: 'queued', team: refuge.team, why } : { kind: 'message-left', why }
    case 'call-back':
      return { kind: 'message-left', why, callBack: true }
    case 'message':
      return { kind: 'message-left', why }
  }
}

/** Where a newcomer goes on at once, or that he cannot stay; null where the line takes him. */
export function atTheDoor(team: string, desk: Lines & Pick<Directory, 'routing'>): Trace | 'closed' | null {
  const { limits, overflow } = desk.routing(team)
  if (!isManned(team, desk))
    return overflow?.atOnce && !isShut(team, desk) && canTake(overflow.team, [team], desk) ? moved(overflow.team, 'nobody-here') : 'closed'
  return limits.length && desk.waitingIn(team) >= limits.length.most ? takenIn(limits.length.refuge, 'line-full', [team], desk) : null
}

/** What a line does with whoever waits in it for too long, the last resort first. While it rings, nobody is taken away. */
export function crowdingDues(conversation: Conversation, { routing }: Settled, desk: Lines | null): Due[] {
  const { status, offer, team, waitingSince } = conversation
  if (status !== 'waiting' || offer || !waitingSince) return []
  const { limits, overflow } = routing(team)
  const { since, here, from } = conversation.inLine ?? { since: waitingSince, here: waitingSince, from: [] }
  const past = [...from, team]
  const dues: Due[] = []
  const { wait } = limits
  if (wait) dues.push({ at: after(since, wait.seconds), leaves: () => (desk ? [takenIn(wait.refuge, 'waited-too-long', past, desk)] : []) })
  if (overflow && overflow.afterSeconds !== null && !past.includes(overflow.team) && !isShut(team, { routing })) {
    const leaves = (): Trace[] => (desk && canTake(overflow.team, past, desk) ? [moved(overflow.team, 'overflow')] : [])
    dues.push({ at: after(here, overflow.afterSeconds), leaves, whenPossible: true })
  }
  return dues
}

/** Which team helps out with this wait, and when; null where none does. */
export function helpFor(conversation: Conversation, { routing }: Settled): { team: string; at: string } | null {
  const { status, team, waitingSince, inLine } = conversation
  const { overflow } = routing(team)
  if (status !== 'waiting' || !waitingSince || !overflow || overflow.afterSeconds === null || isShut(team, { routing })) return null
  if ([...(inLine?.from ?? []), team].includes(overflow.team)) return null
  return { team: overflow.team, at: new Date(after(inLine?.here ?? waitingSince, overflow.afterSeconds)).toISOString() }
}

/** Nobody of his team is there any more: by its settings, another one takes him at once. */
export function nobodyHere({ status, offer, team, inLine }: Conversation, desk: Lines): Trace[] {
  const { overflow } = desk.routing(team)
  if (status !== 'waiting' || offer || !overflow?.atOnce || isManned(team, desk) || isShut(team, desk)) return []
  return canTake(overflow.team, [...(inLine?.from ?? []), team], desk) ? [moved(overflow.team, 'nobody-here')] : []
}

/** Another team's line to which all go on who came before `since`. */
export interface MovingOn {
  to: string
  since: Date
}

/** Where those of a team go on to now, and which of them. Null where they stay. */
export function movingOn(team: string, now: Date, desk: Pick<Directory, 'team' | 'attended' | 'routing'>): MovingOn | null {
  const { overflow } = desk.routing(team)
  if (!overflow || isShut(team, desk) || !isManned(overflow.team, desk)) return null
  if (overflow.atOnce && !isManned(team, desk)) return { to: overflow.team, since: now }
  return overflow.afterSeconds === null ? null : { to: overflow.team, since: new Date(now.getTime() - overflow.afterSeconds * 1000) }
}

/** Whether it is one of those: it rings nowhere, came early enough, and never was there. The database says the same of its rows. */
export function mayMoveOn({ status, offer, waitingSince, inLine }: Conversation, { to, since }: MovingOn): boolean {
  if (status !== 'waiting' || offer || !waitingSince || inLine?.from.includes(to)) return false
  return Date.parse(inLine?.here ?? waitingSince) <= since.getTime()
}

/** The lines of which it matters to this step how many wait in them. */
export function linesThatMatter(team: string, { routing }: Settled): string[] {
  return [team, ...teamsSentTo(routing(team))].filter((one) => routing(one).limits.length !== null)
}

/** The team that stands in at once for one where nobody is there; null where none does, or none is needed. */
export function helperOf(team: string, desk: Pick<Directory, 'team' | 'attended' | 'routing'>): string | null {
  const { overflow } = desk.routing(team)
  const isNeeded = overflow?.atOnce && !isManned(team, desk) && !isShut(team, desk)
  return isNeeded && isManned(overflow.team, desk) ? overflow.team : null
}

const moved = (team: string, why: Moving): Trace => ({ kind: 'queued', team, why })

/** Whether a team can take somebody who comes from these. */
function canTake(team: string, from: readonly string[], desk: Lines) {
  const { limits } = desk.routing(team)
  return !from.includes(team) && isManned(team, desk) && !(limits.length && desk.waitingIn(team) >= limits.length.most)
}

function isManned(team: string, desk: Pick<Directory, 'team' | 'attended'>) {
  return desk.team(team)?.open === true && desk.attended(team)
}

/** Closed in an emergency: then nobody else stands in. */
const isShut = (team: string, desk: Pick<Directory, 'routing'>) => desk.routing(team).emergency !== null

const after = (since: string, seconds: number) => Date.parse(since) + seconds * 1000
