import { type ReadonlySignal, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { Named } from '../../shared/people.ts'

/** Who follows one conversation, alive; returns its undo with it. */
export function watchFollowers(connection: Connection, conversation: string): { list: ReadonlySignal<readonly Named[]>; stop: () => void } {
  const list = signal<readonly Named[]>([])
  const stops = [
    connection.on('followers:changed', (news) => {
      if (news.conversation === conversation) list.value = news.followers
    }),
    connection.onBack(() => {
      void connection.ask('follow:look', { conversation }).then(
        (found) => {
          if (found) list.value = found.followers
        },
        () => undefined,
      )
    }),
  ]
  return {
    list,
    stop: () => {
      for (const one of stops) one()
    },
  }
}
