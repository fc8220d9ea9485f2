import { type ReadonlySignal, signal } from '@preact/signals'
import type { Entry } from '../entry.ts'
import type { Cursor, Snapshot } from '../protocol/conversation.ts'
import type { Connection } from './connection.ts'

/** The people of a conversation, as far as it is not in its timeline: names, how far each got it, and who is writing. */
export interface Company {
  names: ReadonlySignal<Record<string, string>>
  cursors: ReadonlySignal<Record<string, Cursor>>
  /** Ids of those who write right now. */
  typing: ReadonlySignal<readonly string[]>
  /** Whether the requester has a device connected; null where nobody tells us. */
  requesterHere: ReadonlySignal<boolean | null>
  meet(snapshot: Snapshot): void
  /** Learns the names that entries tell. */
  read(entries: readonly Entry[]): void
  moved(cursor: Cursor): void
}

const forgetAfterMs = 5_000

/** Keeps company until `stop`. */
export function keepCompany(connection: Connection, conversation: string, stop: AbortSignal): Company {
  const names = signal<Record<string, string>>({})
  const cursors = signal<Record<string, Cursor>>({})
  const typing = signal<readonly string[]>([])
  const requesterHere = signal<boolean | null>(null)
  const forgetting = new Map<string, ReturnType<typeof setTimeout>>()

  function moved({ person, delivered, seen }: Cursor) {
    const before = cursors.peek()[person]
    const further = { person, delivered: Math.max(delivered, before?.delivered ?? 0), seen: Math.max(seen, before?.seen ?? 0) }
    cursors.value = { ...cursors.peek(), [person]: further }
  }

  function writes(person: string) {
    clearTimeout(forgetting.get(person))
    forgetting.set(
      person,
      setTimeout(() => stopsWriting(person), forgetAfterMs),
    )
    if (!typing.peek().includes(person)) typing.value = [...typing.peek(), person]
  }
  function stopsWriting(person: string) {
    if (!forgetting.has(person)) return
    clearTimeout(forgetting.get(person))
    forgetting.delete(person)
    typing.value = typing.peek().filter((one) => one !== person)
  }

  const undo = [
    connection.on('cursor:moved', (news) => {
      if (news.conversation === conversation) moved(news)
    }),
    connection.on('person:typing', (news) => {
      if (news.conversation === conversation) writes(news.person)
    }),
    connection.on('entries:added', (news) => {
      if (news.conversation === conversation) for (const { by } of news.entries) stopsWriting(by)
    }),
    connection.on('requester:presence', (news) => {
      if (news.conversation === conversation) requesterHere.value = news.present
    }),
  ]
  stop.addEventListener('abort', () => {
    for (const back of undo) back()
    for (const timer of forgetting.values()) clearTimeout(timer)
  })

  return {
    names,
    cursors,
    typing,
    requesterHere,
    meet(snapshot) {
      names.value = { ...names.peek(), ...namesIn(snapshot) }
      if (snapshot.audience === 'agent') requesterHere.value = snapshot.requester.present
      for (const cursor of snapshot.cursors) moved(cursor)
      for (const person of typing.peek()) stopsWriting(person)
    },
    read(entries) {
      const told = entries.flatMap(named).filter(([person, name]) => names.peek()[person] !== name)
      if (told.length > 0) names.value = { ...names.peek(), ...Object.fromEntries(told) }
    },
    moved,
  }
}

function namesIn(snapshot: Snapshot): Record<string, string> {
  if (snapshot.audience === 'requester') return snapshot.state.names
  return Object.fromEntries([...snapshot.names, snapshot.requester].map(({ id, name }) => [id, name]))
}

function named(entry: Entry): [string, string][] {
  if (entry.kind === 'opened') return entry.body ? [[entry.requester, entry.body.name]] : []
  if (entry.kind === 'assigned' || entry.kind === 'joined') return entry.body ? [[entry.agent, entry.body.name]] : []
  return []
}
