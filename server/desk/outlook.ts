import type { Conversation } from '../../shared/conversation.ts'
import type { Reception } from '../../shared/protocol/visit.ts'
import { type Place, turnOf } from '../../shared/queue.ts'
import { coalesce } from './coalescing.ts'
import { aheadOf, estimate, type Wait } from './estimate.ts'
import type { LinePorts, Staff } from './line-ports.ts'
import { doorsDiffer, receptionOf } from './reception.ts'
import { personRoom, requestersRoom } from './rooms.ts'

/** How many of the first in line hear at once of each step forward; those further back hear with the slow tick. */
const toldAtOnce = 100
const mostTold = 5_000
const samplesRead = 200
const keepMs = 5_000

/** What waiting people are told: their place, an honest range of minutes, and whether anybody is there at all. */
export function createOutlook({ rows, fast, announce, directory, opensAt, now, onBug }: LinePorts) {
  const places = coalesce(
    500,
    (team: string) => tellPlaces(team, toldAtOnce),
    (error) => onBug(error, 'places'),
  )
  const doors = coalesce<'all'>(300, tellReception, (error) => onBug(error, 'reception'))
  const slow = coalesce<'all'>(1_000, tellAll, (error) => onBug(error, 'places'))
  const told = new Map<string, Map<string, string>>()
  let lastReception: Reception | null = null
  let known: { at: number; staff: Promise<Map<string, Staff>>; waits: Map<string, Promise<Wait[]>> } | null = null

  /** Staff and waits are read once in a few seconds, however many wait. */
  function lately() {
    if (!known || Date.now() - known.at > keepMs) known = { at: Date.now(), staff: rows.staff(), waits: new Map() }
    return known
  }

  async function standpoint(team: string) {
    const current = lately()
    const waits = current.waits.get(team) ?? rows.waits(team, samplesRead)
    current.waits.set(team, waits)
    return { staff: (await current.staff).get(team) ?? nobody, waits: await waits }
  }

  async function minutes(team: string, place: number) {
    const { staff, waits } = await standpoint(team)
    return estimate(waits, { ahead: aheadOf(place, staff.free), places: staff.places }, directory().settings.estimateSamples)
  }

  async function tellPlaces(team: string, count: number) {
    const before = told.get(team) ?? new Map<string, string>()
    const after = new Map<string, string>()
    const waiting = await rows.waiting(team, count)
    for (const [index, { conversation, requester }] of waiting.entries()) {
      const place: Place = { place: index + 1, minutes: await minutes(team, index + 1) }
      const words = JSON.stringify(place)
      after.set(conversation, words)
      if (before.get(conversation) !== words) announce.tell(personRoom(requester), 'place:moved', { conversation, ...place })
    }
    told.set(team, after)
  }

  async function tellAll() {
    for (const [team] of await rows.counts()) await tellPlaces(team, mostTold)
    await tellReception()
  }

  async function tellReception() {
    const reception = await receptionNow()
    if (!doorsDiffer(lastReception, reception)) return
    lastReception = reception
    announce.tell(requestersRoom, 'reception:changed', reception)
  }

  async function receptionNow(): Promise<Reception> {
    const [counts, staff] = await Promise.all([rows.counts(), lately().staff])
    const waits = new Map<string, Reception['topics'][number]['minutes']>()
    for (const { id } of directory().teams) waits.set(id, await minutes(id, (counts.get(id) ?? 0) + 1))
    const waitOf = (team: string) => ({ waiting: counts.get(team) ?? 0, minutes: waits.get(team) ?? null })
    return receptionOf(directory(), opensAt(), waitOf, (team) => staff.get(team)?.here ?? 0)
  }

  async function before(conversation: Conversation): Promise<number> {
    const { id, team, waitingSince, ticket } = conversation
    const quick = await fast.before(team, id).catch(() => null)
    if (quick !== null) return quick
    return rows.before({ conversation: id, team, turn: turnOf(waitingSince ?? now().toISOString(), ticket.priority) })
  }

  async function begin({ id, team, waitingSince }: Conversation) {
    const { staff } = await standpoint(team)
    const place = ((await rows.counts()).get(team) ?? 0) || 1
    await rows.beginWait({
      conversation: id,
      team,
      at: waitingSince ?? now().toISOString(),
      ahead: aheadOf(place, staff.free),
      places: staff.places,
    })
  }

  return {
    before,

    async place(conversation: Conversation): Promise<Place | null> {
      if (conversation.status !== 'waiting') return null
      const place = (await before(conversation)) + 1
      return { place, minutes: await minutes(conversation.team, place) }
    },

    reception: receptionNow,

    /** Somebody came into a line, left it, or got another turn. */
    lineMoved(was: Conversation | null, is: Conversation) {
      const teams = new Set([is.team, was?.team ?? is.team])
      for (const team of teams) places.ask(team)
      const work = is.status === 'waiting' ? begin(is) : rows.endWait(is.id, is.changedAt, is.status === 'active' ? 'assigned' : 'left')
      work.catch((error: unknown) => onBug(error, 'waits'))
    },

    /** Who is here may have changed. */
    moved() {
      if (known) known.at = 0
      doors.ask('all')
      slow.ask('all')
    },

    stop: () => Promise.all([places.stop(), doors.stop(), slow.stop()]),
  }
}

const nobody: Staff = { here: 0, places: 0, free: 0 }
