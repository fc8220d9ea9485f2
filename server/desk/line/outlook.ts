import type { Conversation } from '../../../shared/conversation.ts'
import type { Reception } from '../../../shared/protocol/visit.ts'
import { type Place, turnOf } from '../../../shared/queue.ts'
import { coalesce } from '../coalescing.ts'
import { personRoom, requestersRoom } from '../rooms.ts'
import { aheadOf, createEstimator, type Minutes, type Wait } from './estimate.ts'
import type { LinePorts, Staff, Waiting } from './line-ports.ts'
import { doorsDiffer, receptionOf } from './reception.ts'

/** How many of the first in line hear at once of each step forward; those further back hear with the slow tick. */
const toldAtOnce = 100
const mostTold = 2_000
const samplesRead = 200
const keepMs = 5_000
const doorMs = 500
/** Shorter than the rests before people are told, so that they are told what is so. */
const restMs = 250

/** What waiting people are told: their place, an honest range of minutes, and whether anybody is there at all. */
export function createOutlook({ rows, fast, announce, directory, opensAt, now, onBug }: LinePorts) {
  const places = coalesce(
    500,
    (team: string) => tellPlaces(team, toldAtOnce),
    (error) => onBug(error, 'places'),
  )
  const doors = coalesce<'all'>(300, tellReception, (error) => onBug(error, 'reception'))
  const slow = coalesce<'all'>(3_000, tellAll, (error) => onBug(error, 'places'))
  const told = new Map<string, Map<string, string>>()
  const notes = new Map<string, Promise<void>>()
  let lastReception: Reception | null = null
  const samples = new Map<string, { at: number; waits: Promise<Wait[]> }>()
  let known: Known | null = null
  let door: { at: number; reception: Promise<Reception> } | null = null

  /** Staff is read once in a few seconds while nobody moves, and a few times a second while many do, however many wait. */
  function lately(): Known {
    if (known && performance.now() - known.at <= (known.isOld ? restMs : keepMs)) return known
    const staff = rows.staff()
    // Whoever waits for it hears of its failure; that nobody may be waiting yet must not end the process.
    staff.catch(() => {})
    known = { at: performance.now(), isOld: false, staff, outlooks: new Map() }
    return known
  }

  /** How long others waited is read once in a few seconds: one wait more says little. */
  function waitsOf(team: string): Promise<Wait[]> {
    const read = samples.get(team)
    if (read && performance.now() - read.at <= keepMs) return read.waits
    const waits = rows.waits(team, samplesRead)
    waits.catch(() => samples.delete(team))
    samples.set(team, { at: performance.now(), waits })
    return waits
  }

  function outlookOf(team: string): Promise<TeamOutlook> {
    const { staff, outlooks } = lately()
    const outlook = outlooks.get(team) ?? readOutlook(team, staff)
    outlooks.set(team, outlook)
    return outlook
  }

  async function readOutlook(team: string, everybody: Promise<Map<string, Staff>>): Promise<TeamOutlook> {
    const waits = await waitsOf(team)
    const staff = (await everybody).get(team) ?? nobody
    const estimate = createEstimator(waits, directory().settings.estimateSamples)
    return { staff, minutes: (place) => estimate({ ahead: aheadOf(place, staff.free), places: staff.places }) }
  }

  async function tellPlaces(team: string, count: number) {
    const before = told.get(team) ?? new Map<string, string>()
    // Those further back stay as they were told; the slow look, which sees them all, forgets who has left.
    const after = new Map(count < mostTold ? before : [])
    const [waiting, { minutes }] = await Promise.all([firstOf(team, count), outlookOf(team)])
    for (const [index, { conversation, requester }] of waiting.entries()) {
      const place: Place = { place: index + 1, minutes: minutes(roundly(index + 1)) }
      const words = JSON.stringify(place)
      after.set(conversation, words)
      if (before.get(conversation) !== words) announce.tell(personRoom(requester), 'place:moved', { conversation, ...place })
    }
    told.set(team, after)
  }

  async function firstOf(team: string, count: number): Promise<Waiting[]> {
    const ids = await fast.first(team, count).catch(() => null)
    if (!ids) return rows.waiting(team, count)
    const known = new Map((await rows.waitingAmong(ids)).map((one) => [one.conversation, one]))
    return ids.flatMap((id) => known.get(id) ?? [])
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
    for (const { id } of directory().teams) waits.set(id, (await outlookOf(id)).minutes((counts.get(id) ?? 0) + 1))
    const waitOf = (team: string) => ({ waiting: counts.get(team) ?? 0, minutes: waits.get(team) ?? null })
    return receptionOf(directory(), opensAt, waitOf, (team) => staff.get(team)?.here ?? 0)
  }

  async function before(conversation: Conversation): Promise<number> {
    const { id, team, waitingSince, ticket, vip } = conversation
    const quick = await fast.before(team, id).catch(() => null)
    if (quick !== null) return quick
    return rows.before({ conversation: id, team, turn: turnOf(waitingSince ?? now().toISOString(), ticket.priority, vip) })
  }

  async function begin(conversation: Conversation) {
    const { id, team, changedAt } = conversation
    const { staff } = await outlookOf(team)
    const ahead = aheadOf((await before(conversation)) + 1, staff.free)
    await rows.beginWait({ conversation: id, team, at: changedAt, ahead, places: staff.places })
  }

  /** A wait ends where the next one begins: each is measured from its own beginning, whatever the age that counts. */
  async function noteWait(was: Conversation | null, is: Conversation) {
    if (was?.status === 'waiting') await rows.endWait(is.id, is.changedAt, is.status === 'active' ? 'assigned' : 'left')
    if (is.status === 'waiting') await begin(is)
  }

  /** Somebody may be helped before it is noted that he waits. */
  function noteInTurn(conversation: string, note: () => Promise<void>) {
    const noted = (notes.get(conversation) ?? Promise.resolve()).then(note).catch((error: unknown) => onBug(error, 'waits'))
    notes.set(conversation, noted)
    void noted.then(() => notes.get(conversation) === noted && notes.delete(conversation))
  }

  return {
    before,

    async place(conversation: Conversation): Promise<Place | null> {
      if (conversation.status !== 'waiting') return null
      const place = (await before(conversation)) + 1
      return { place, minutes: (await outlookOf(conversation.team)).minutes(place) }
    },

    /** What the door says, at most a moment old: everybody who comes in asks for it. */
    reception(): Promise<Reception> {
      if (!door || performance.now() - door.at > doorMs) {
        door = { at: performance.now(), reception: receptionNow() }
        door.reception.catch(() => {
          door = null
        })
      }
      return door.reception
    },

    /** Somebody came into a line, left it, or got another turn. */
    lineMoved(was: Conversation | null, is: Conversation) {
      const teams = new Set([is.team, was?.team ?? is.team])
      for (const team of teams) places.ask(team)
      // Whoever comes to a line that may be full is told before he writes.
      if ([...teams].some((team) => directory().routing(team).limits.length)) slow.ask('all')
      const stays = was?.status === 'waiting' && is.status === 'waiting' && was.team === is.team
      if (!stays) noteInTurn(is.id, () => noteWait(was, is))
    },

    /** Who is here may have changed. */
    moved() {
      if (known) known.isOld = true
      door = null
      doors.ask('all')
      slow.ask('all')
    },

    stop: () => Promise.all([places.stop(), doors.stop(), slow.stop(), ...notes.values()]),
  }
}

/** What is known of those who serve and of how long it took, and since when. */
interface Known {
  at: number
  /** Whether somebody moved since. */
  isOld: boolean
  staff: Promise<Map<string, Staff>>
  outlooks: Map<string, Promise<TeamOutlook>>
}

interface TeamOutlook {
  staff: Staff
  /** For whoever stands at this place. */
  minutes(place: number): Minutes | null
}

/** Far back in a long line, one more or less is no news. */
const roundly = (place: number) => (place <= 50 ? place : Math.round(place / 10) * 10)

const nobody: Staff = { here: 0, places: 0, free: 0 }
