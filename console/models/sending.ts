import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals'

/** Something written that is not on its way yet, because its writer may still want it back. */
export interface Held {
  /** This device's time at which it goes. */
  at: number
  send(): void
  takeBack(): void
}

export const holdForMs = 5_000

/** Sends what was written: at once, or, for those who like it so, after five seconds in which it can be taken back. */
export const SendingModel = createModel((wanted: ReadonlySignal<boolean>) => {
  const held = signal<ReadonlyMap<string, Held>>(new Map())
  const timers = new Map<string, ReturnType<typeof setTimeout>>()

  function release(conversation: string): Held | undefined {
    const one = held.peek().get(conversation)
    clearTimeout(timers.get(conversation))
    timers.delete(conversation)
    held.value = new Map([...held.peek()].filter(([id]) => id !== conversation))
    return one
  }
  const sendNow = (conversation: string) => release(conversation)?.send()
  const sendAll = () => {
    for (const conversation of held.peek().keys()) sendNow(conversation)
  }

  // Whoever closes the page has sent it: the outbox keeps it over that.
  effect(() => {
    addEventListener('pagehide', sendAll)
    return () => {
      removeEventListener('pagehide', sendAll)
      sendAll()
    }
  })

  return {
    held,
    put(conversation: string, { send, takeBack }: Omit<Held, 'at'>) {
      // What was written before goes first.
      sendNow(conversation)
      if (!wanted.peek()) return send()
      held.value = new Map([...held.peek(), [conversation, { at: Date.now() + holdForMs, send, takeBack }]])
      timers.set(
        conversation,
        setTimeout(() => sendNow(conversation), holdForMs),
      )
    },
    /** Gives it back to its writer; false when nothing was held. */
    undo(conversation: string): boolean {
      const one = release(conversation)
      one?.takeBack()
      return one !== undefined
    },
  }
})

export type Sending = InstanceType<typeof SendingModel>
