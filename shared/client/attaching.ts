import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Lane } from '../entry.ts'
import type { AttachedFile } from '../files.ts'
import type { RefusalCode } from '../refusal.ts'
import type { Trouble } from './choosing.ts'
import type { Connection } from './connection.ts'
import type { Store } from './storage.ts'
import { createUploads } from './uploads.ts'

/** A file that is attached to what is being written, or that a message on its way carries. */
export interface Attachment extends Omit<AttachedFile, 'type'> {
  by: string
  lane: Lane
  /** Its place in the order of choosing. */
  n: number
  /** What the desk knows of it, once all of it is there. */
  facts: AttachedFile | null
  /** Why the desk did not take it. */
  refused: RefusalCode | null
  /** The act that carries it; null while its message is being written. */
  act: string | null
  /** When the tab that sends it last said so. A file itself cannot be kept over a reload. */
  beat: number
}

/** How an attachment stands. `lost`: the page was closed before all of it was sent. */
export type Standing = 'sending' | 'there' | 'refused' | 'lost'

export interface Attaching {
  all: ReadonlySignal<readonly Attachment[]>
  /** What goes with the next message of a lane. */
  drafted(lane: Lane): readonly Attachment[]
  standing(one: Attachment): Standing
  /** How much of it is there, from 0 to 1; null where another tab sends it. */
  progress(id: string): number | null
  /** What was refused before anything was sent. */
  troubles: ReadonlySignal<readonly Trouble[]>
  forgetTroubles(): void
  /** Begins to send; refuses at once what may not be sent. Resolves when they are listed. */
  attach(lane: Lane, files: readonly File[]): Promise<void>
  remove(id: string): void
  again(id: string): void
  /** What is attached goes along with this act; what is refused or lost stays behind. */
  take(lane: Lane, act: string): readonly AttachedFile[]
  /** Resolves when all of these are at the desk, and rejects with `Refused` if one of them never will be. */
  arrived(ids: readonly string[]): Promise<void>
  /** These were said: they are the timeline's now. */
  said(ids: readonly string[]): void
  /** Gives back what is still in hand, to be attached elsewhere. */
  release(): File[]
  dispose(): void
}

export interface AttachingSetup {
  connection: Pick<Connection, 'state'>
  store: Store
  /** How the keys begin under which the store keeps what is attached. */
  keys: string
  conversation: string
  me: string
  /** Headers that say who asks. */
  key: Record<string, string>
  /** Whether the conversation exists by now. */
  isOpen: ReadonlySignal<boolean>
  /** A picture that is at hand need not be fetched. */
  onPicture(id: string, address: string): void
}

/** What the tab that sends the files works with. */
export interface Workbench extends AttachingSetup {
  all: ReadonlySignal<readonly Attachment[]>
  inHand: Signal<ReadonlyMap<string, number>>
  troubles: Signal<readonly Trouble[]>
  keep(one: Attachment): void
  forget(id: string): void
  standing(one: Attachment): Standing
}

const silentMs = 90_000

/** The files of one conversation on their way. */
export function createAttaching(setup: AttachingSetup): Attaching {
  const { store, keys, me } = setup
  const read = () =>
    store
      .keys(keys)
      .flatMap((key) => parsed(store.get(key)))
      .filter(({ by }) => by === me)
      .sort((one, other) => one.n - other.n || (one.id < other.id ? -1 : 1))
  const all = signal<readonly Attachment[]>(read())
  const inHand = signal<ReadonlyMap<string, number>>(new Map())
  const troubles = signal<readonly Trouble[]>([])

  function keep(one: Attachment) {
    store.set(keys + one.id, JSON.stringify(one))
    all.value = read()
  }
  function forget(id: string) {
    store.remove(keys + id)
    all.value = read()
  }
  function standing({ id, facts, refused, beat }: Attachment): Standing {
    if (facts) return 'there'
    if (refused) return 'refused'
    return inHand.value.has(id) || Date.now() - beat < silentMs ? 'sending' : 'lost'
  }
  const uploads = createUploads({ ...setup, all, inHand, troubles, keep, forget, standing })

  const stopListening = store.onChange((key) => {
    if (key === null || key.startsWith(keys)) all.value = read()
  })
  const drafts = computed(() => all.value.filter(({ act }) => act === null))
  const drafted = (lane: Lane) => drafts.value.filter((one) => one.lane === lane)

  return {
    all,
    drafted,
    standing,
    progress: (id) => inHand.value.get(id) ?? null,
    troubles,
    forgetTroubles: () => {
      troubles.value = []
    },
    attach: uploads.add,
    remove: uploads.remove,
    again: uploads.again,
    take(lane, act) {
      const going = drafted(lane).filter((one) => /there|sending/.test(standing(one)))
      for (const one of going) keep({ ...one, act })
      // Who sends without it has read why.
      troubles.value = []
      return going.map(asDrawn)
    },
    arrived: uploads.arrived,
    said(ids) {
      for (const id of ids) forget(id)
      uploads.drop(ids)
    },
    release: uploads.release,
    dispose() {
      stopListening()
      uploads.dispose()
    },
  }
}

function parsed(text: string | null): Attachment[] {
  try {
    const one: Attachment | null = JSON.parse(text ?? 'null')
    return one?.id && one.name ? [one] : []
  } catch {
    return []
  }
}

/** As its message draws it before it is there. */
const asDrawn = ({ id, name, size, width, height, facts }: Attachment): AttachedFile =>
  facts ?? { id, name, size, type: '', ...(width && height && { width, height }) }
