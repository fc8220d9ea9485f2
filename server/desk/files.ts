import type { Conversation } from '../../shared/conversation.ts'
import type { Lane } from '../../shared/entry.ts'
import type { AttachedFile } from '../../shared/files.ts'
import type { Helping, Requesting } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import { may, visibleTo } from './access.ts'

/** What is in a file, piece by piece. */
export type Bytes = AsyncIterable<Uint8Array>

/** Where a file is to go, under an id that its sender chose: sent twice, it is there once. */
export interface Arriving {
  id: string
  conversation: string
  lane: Lane
  name: string
}

/** A file, whose it is, and where it belongs. */
export interface KeptFile extends AttachedFile {
  /** Its name in the folder. */
  stored: string
  conversation: string
  person: string
  lane: Lane
  /** The entry that carries it; null while its message is being written. */
  seq: number | null
  sha256: Buffer
}

/** What was received, and lies aside until it is known to be welcome. */
export interface Part {
  path: string
  size: number
  sha256: Buffer
}

/** What a file really is. */
export interface Examined extends Pick<AttachedFile, 'name' | 'type' | 'width' | 'height'> {
  /** A small picture of a picture. */
  thumbnail: Buffer | null
}

/** The folder with what is in the files. */
export interface Shelf {
  /** Puts aside what comes, as long as it comes and is not too much. */
  receive(body: Bytes, mostBytes: number): Promise<Part>
  discard(part: Part): Promise<void>
  keep(part: Part, stored: string, thumbnail: Buffer | null): Promise<void>
  /** Null where it is gone, such as after a back-up that did not hold it. */
  open(stored: string, what: Portion): Promise<{ body: Bytes; size: number } | null>
  remove(stored: string): Promise<void>
}

export type Portion = 'whole' | 'thumbnail'

export interface FileRows {
  /** Null for one that is unknown, or whose words were erased. */
  find(id: string): Promise<KeptFile | null>
  /** False where the id is taken. */
  add(file: KeptFile, at: Date): Promise<boolean>
  /** How many bytes this person has sent since then, each file at least what a disk gives it. */
  sentBy(person: string, since: Date): Promise<number>
  /** Forgets a file that no message carries, and returns its name in the folder. */
  drop(id: string, person: string): Promise<string | null>
}

/** How much each key may have in a day. */
export interface Allotment {
  hasLeft(key: string, bytes: number): Promise<boolean>
  /** False where it is more than is left: then nothing is counted. */
  take(key: string, bytes: number): Promise<boolean>
  giveBack(key: string, bytes: number): Promise<void>
}

export interface FilePorts {
  conversations: { read(id: string): Promise<Conversation | null> }
  rows: FileRows
  shelf: Shelf
  examine(path: string, name: string): Promise<Examined>
  /** The same words with a mask over what is secret. */
  masked(text: string): string
  /** The most that one file may hold. */
  mostBytes: number
  /** What a requester whom nobody vouches for may send in a day, and what all of them at one address may. */
  unverified: { bytes: number; addresses: Allotment }
  now(): Date
  newId(): string
}

export type Files = ReturnType<typeof createFiles>
type Sender = Requesting | Helping

/** In an hour, somebody may send as much as so many files of the largest size. */
const hourly = { requester: 20, agent: 100 }
const hour = 3_600_000

/** What the smallest file takes of a disk: a flood of them fills it, too. */
export const leastBytes = 4_096

/** Files on their way in and out: who may send them where, and who may have them. */
export function createFiles({ conversations, rows, shelf, examine, masked, mostBytes, unverified, now, newId }: FilePorts) {
  return {
    mostBytes,

    /** Takes a file in. It is shown to nobody else until a message carries it. */
    async take(who: Sender, address: string, arriving: Arriving, body: Bytes): Promise<AttachedFile> {
      mayAttach(visibleTo(who, await conversations.read(arriving.conversation)), who, arriving.lane)
      const known = await rows.find(arriving.id)
      if (known) return sameAgain(known, who, arriving)
      const sent = await sentWithin(who, hour)
      if (sent >= hourly[who.kind] * mostBytes) refuse('too-many-files')
      if (isUnverified(who) && !(await unverified.addresses.hasLeft(address, leastBytes))) refuse('too-much-today')
      const part = await shelf.receive(body, mostBytes)
      try {
        if (isUnverified(who)) await hasRoomToday(who, part)
        const examined = await examine(part.path, arriving.name)
        if (!isUnverified(who)) return (await keep(who, arriving, part, examined)).facts
        return await charged(address, part, () => keep(who, arriving, part, examined))
      } finally {
        await shelf.discard(part)
      }
    },

    /** A file for whoever may have it, or what is shown of it. To strangers it does not exist. */
    async open(who: Sender, id: string, what: Portion) {
      const file = (await rows.find(id)) ?? refuse('not-found')
      visibleTo(who, await conversations.read(file.conversation))
      if (!isFor(who, file)) refuse('not-found')
      return { file: factsOf(file), ...((await shelf.open(file.stored, what)) ?? refuse('not-found')) }
    },

    /** Takes back a file that was not sent in a message. */
    async drop(who: Sender, id: string): Promise<void> {
      const stored = await rows.drop(id, who.id)
      if (stored) await shelf.remove(stored)
    },
  }

  function sentWithin({ id }: Sender, milliseconds: number) {
    return rows.sentBy(id, new Date(now().getTime() - milliseconds))
  }

  async function hasRoomToday(who: Sender, part: Part) {
    if ((await sentWithin(who, 24 * hour)) + roomOf(part) > unverified.bytes) refuse('too-much-today')
  }

  /**
   * A typed name opens a visit to anybody, and the next one to the same body: so what comes from one address counts as well.
   * Only what is kept counts: whoever sends what is refused would else use up the share of all his neighbours.
   */
  async function charged(address: string, part: Part, work: () => Promise<Kept>): Promise<AttachedFile> {
    if (!(await unverified.addresses.take(address, roomOf(part)))) refuse('too-much-today')
    let isKept = false
    try {
      const { facts, isNew } = await work()
      isKept = isNew
      return facts
    } finally {
      if (!isKept) await unverified.addresses.giveBack(address, roomOf(part))
    }
  }

  async function keep(who: Sender, arriving: Arriving, part: Part, { thumbnail, ...examined }: Examined): Promise<Kept> {
    const stored = newId()
    await shelf.keep(part, stored, thumbnail)
    const name = maskedName(examined.name, masked)
    const file = { ...arriving, ...examined, name, size: part.size, sha256: part.sha256, stored, person: who.id, seq: null }
    const added = await rows.add(file, now()).catch(async (error: unknown) => {
      await shelf.remove(stored)
      throw error
    })
    if (added) return { facts: factsOf(file), isNew: true }
    await shelf.remove(stored)
    return { facts: sameAgain((await rows.find(arriving.id)) ?? refuse('not-found'), who, arriving), isNew: false }
  }
}

/** A name goes wherever its message goes; what it ends with says what it is. */
export function maskedName(name: string, masked: (text: string) => string) {
  const stem = name.replace(/\.[^.]*$/, '')
  return masked(stem) + name.slice(stem.length)
}

/** What came of keeping a file: it may have been there already. */
interface Kept {
  facts: AttachedFile
  isNew: boolean
}

const roomOf = ({ size }: Part) => Math.max(size, leastBytes)

/** What everybody who sees the message may know of a file. */
export const factsOf = ({ id, name, type, size, width, height }: AttachedFile): AttachedFile => ({
  id,
  name,
  type,
  size,
  ...(width && height && { width, height }),
})

const isUnverified = (who: Sender) => who.kind === 'requester' && !who.verified

function mayAttach(conversation: Conversation, who: Sender, lane: Lane) {
  if (who.kind === 'requester') return lane === 'public' || refuse('not-found')
  return may(who, lane === 'public' ? 'speak' : 'note', conversation) || refuse('not-owner')
}

function sameAgain(known: KeptFile, who: Sender, { conversation, lane }: Arriving): AttachedFile {
  if (known.person !== who.id || known.conversation !== conversation || known.lane !== lane) refuse('not-found')
  return factsOf(known)
}

/** One's own; and what was said, for those who see its lane. */
function isFor(who: Sender, { person, seq, lane }: KeptFile) {
  if (person === who.id) return true
  return seq !== null && (lane === 'public' || who.kind === 'agent')
}
