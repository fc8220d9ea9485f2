import { signal } from '@preact/signals'
import type { Connection, ConnectionState } from '../../../shared/client/connection.ts'
import { NotReached } from '../../../shared/client/not-reached.ts'
import type { Announcements, Answers, Asked, Question } from '../../../shared/protocol.ts'

type Answering = { [Q in Question]?: (asked: Asked<Q>) => Answers[Q] | Promise<Answers[Q]> }

/** A line whose other end is played by the test: it answers, announces, is cut and comes back. */
export function aLine(answering: Answering = {}) {
  const state = signal<ConnectionState>({ kind: 'online' })
  const hearing = new Map<string, Set<(news: never) => void>>()
  const back = new Set<() => void>()
  const asked: { question: Question; asked: unknown }[] = []
  const isUp = () => state.peek().kind === 'online'

  const connection: Connection = {
    state,
    async ask(question, what) {
      if (!isUp()) throw new NotReached('The line is cut')
      asked.push({ question, asked: what })
      // The wire copies what it carries.
      const answer = await answering[question]?.(JSON.parse(JSON.stringify(what)))
      if (!isUp()) throw new NotReached('The line was cut before the answer came')
      return JSON.parse(JSON.stringify(answer ?? null))
    },
    on(announcement, hear) {
      const all = hearing.get(announcement) ?? new Set()
      hearing.set(announcement, all.add(hear))
      return () => void all.delete(hear)
    },
    onBack(hear) {
      back.add(hear)
      if (isUp()) hear()
      return () => void back.delete(hear)
    },
    close() {
      state.value = { kind: 'offline', since: 0 }
      back.clear()
    },
  }

  return {
    connection,
    asked,
    answering,
    askedFor: <Q extends Question>(question: Q) => asked.filter((one) => one.question === question).map((one) => one.asked as Asked<Q>),
    announce<A extends keyof Announcements>(announcement: A, ...[news]: Parameters<Announcements[A]>) {
      for (const hear of hearing.get(announcement) ?? []) hear(JSON.parse(JSON.stringify(news)) as never)
    },
    cut() {
      state.value = { kind: 'offline', since: Date.now() }
    },
    refuse() {
      state.value = { kind: 'refused', code: 'signed-out' }
    },
    restore() {
      state.value = { kind: 'online' }
      for (const hear of [...back]) hear()
    },
  }
}

export type Line = ReturnType<typeof aLine>

/** Waits for what people would see. */
export async function until(isSo: () => boolean, what = String(isSo), seconds = 8): Promise<void> {
  const deadline = Date.now() + seconds * 1000
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error(`It did not happen: ${what}`)
    await new Promise((next) => setTimeout(next, 5))
  }
}
