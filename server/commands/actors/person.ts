import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Act, Left } from '../../../shared/protocol/conversation.ts'
import type { Announcements, Answers, Asked, ClientToServer, Credentials, Question } from '../../../shared/protocol.ts'
import { Refused, type Reply } from '../../../shared/refusal.ts'

/** Somebody who speaks the public protocol as a browser does, and nothing else. */
export interface Person {
  id: string
  name: string
  socket: Socket<Announcements, ClientToServer>
  ask<Q extends Question>(question: Q, asked: Asked<Q>): Promise<Answers[Q]>
  /** Does something in a conversation. */
  does(conversation: string, act: Act, id?: string): Promise<Left>
  says(conversation: string, text: string, id?: string): Promise<Left>
  /** Listens, and returns how to stop listening. */
  hears<A extends keyof Announcements>(announcement: A, hear: Announcements[A]): () => void
  leaves(): void
}

/** Comes in with what the door wants to see; agents bring their cookie. */
export async function comesIn(url: string, credentials: Credentials, who: { id: string; name: string }, cookie?: string): Promise<Person> {
  const socket: Person['socket'] = io(url, {
    auth: credentials,
    transports: ['websocket'],
    forceNew: true,
    ...(cookie !== undefined && { extraHeaders: { cookie, origin: new URL(url).origin } }),
  })
  await standing(socket)
  const ask = <Q extends Question>(question: Q, asked: Asked<Q>) => answerTo(socket, question, asked)
  const does: Person['does'] = (conversation, act, id = randomUUID()) => ask('conversation:act', { conversation, id, act })
  return {
    ...who,
    socket,
    ask,
    does,
    says: (conversation, text, id) => does(conversation, { kind: 'say', text }, id),
    hears: (announcement, hear) => listen(socket, announcement, hear),
    leaves: () => void socket.disconnect(),
  }
}

function standing(socket: Person['socket']): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.disconnect()
      reject(error)
    })
  })
}

const answerWithinMs = 15_000

async function answerTo<Q extends Question>(socket: Person['socket'], question: Q, asked: Asked<Q>): Promise<Answers[Q]> {
  const untyped: { emitWithAck(name: string, asked: unknown): Promise<Reply<Answers[Q]>> } = socket.timeout(answerWithinMs)
  const reply = await untyped.emitWithAck(question, asked)
  if (reply.ok) return reply.value
  throw new Refused(reply.refusal)
}

function listen<A extends keyof Announcements>(socket: Person['socket'], announcement: A, hear: Announcements[A]) {
  const listener = hear as never // Announcements[A] is this listener's type, which the library cannot see for a generic A.
  socket.on(announcement, listener)
  return () => void socket.off(announcement, listener)
}

/** Says something over HTTP as a page of our own would, and fails with what the answer says. */
export async function post(url: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
  const answer = await fetch(new URL(path, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin, ...headers },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}
