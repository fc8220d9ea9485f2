import type { Readable } from 'node:stream'
import { refuse } from '../../shared/refusal.ts'

/** What a sender sends, piece by piece. Whoever is silent for too long is cut off. */
export async function* arrivingIn(request: Readable, patience: number): AsyncGenerator<Uint8Array> {
  const timer = setTimeout(() => request.destroy(new Error('The sender was silent for too long')), patience)
  try {
    // Whoever is refused in the middle still gets an answer: the line stays.
    for await (const piece of request.iterator({ destroyOnReturn: false })) {
      timer.refresh()
      yield piece
    }
  } finally {
    clearTimeout(timer)
  }
}

const atOnce = 3

/** Lets nobody send more than a few at once, however many devices he has here. */
export function inHand() {
  const sending = new Map<string, number>()
  return async <T>(person: string, work: () => Promise<T>): Promise<T> => {
    const mine = sending.get(person) ?? 0
    if (mine >= atOnce) refuse('too-fast')
    sending.set(person, mine + 1)
    try {
      return await work()
    } finally {
      const left = (sending.get(person) ?? 1) - 1
      if (left > 0) sending.set(person, left)
      else sending.delete(person)
    }
  }
}
