import { createModel, effect, signal } from '@preact/signals'
import type { TicketQuery } from '../../shared/protocol/view.ts'
import { Refused } from '../../shared/refusal.ts'
import { locale } from '../../shared/ui/language.ts'
import { isRefusal } from '../http.ts'

/** A file on its way out of the house. */
export interface TakingAlong {
  /** How many rows came, and of how many; null where that is not known. */
  rows: number
  total: number | null
}

/** Fetches exports, says how far they are, and hands them to the browser to be saved. */
export const TakeAlongModel = createModel(() => {
  const running = signal<TakingAlong | null>(null)
  let stop = new AbortController()
  effect(() => () => stop.abort())

  async function fetched(path: string): Promise<Response> {
    const answer = await fetch(path, { credentials: 'same-origin', cache: 'no-store', signal: stop.signal })
    if (answer.ok) return answer
    const said: unknown = await answer.json().catch(() => null)
    const code = typeof said === 'object' && said !== null && 'refusal' in said ? String(said.refusal) : ''
    throw new Refused(isRefusal(code) ? code : 'unavailable')
  }

  /** Reads it to its end, counting the lines; a list that broke off is no list. */
  async function read(answer: Response): Promise<Blob> {
    const total = Number(answer.headers.get('firstline-rows'))
    running.value = { rows: 0, total: Number.isFinite(total) && total > 0 ? total : null }
    const reader = answer.body?.getReader()
    const pieces: BlobPart[] = []
    for (let rows = -1; reader; ) {
      const { done, value } = await reader.read()
      if (done) break
      pieces.push(value)
      for (const byte of value) if (byte === 10) rows += 1
      running.value = { rows: Math.max(0, rows), total: running.peek()?.total ?? null }
    }
    return new Blob(pieces, { type: answer.headers.get('content-type') ?? '' })
  }

  return {
    running,
    /** Saves what this address gives; false where it was stopped. Throws where it is refused. */
    async save(path: string): Promise<boolean> {
      stop.abort()
      stop = new AbortController()
      const mine = stop
      running.value = { rows: 0, total: null }
      try {
        const answer = await fetched(path)
        offerToSave(await read(answer), nameIn(answer))
        return true
      } catch (error) {
        if (mine.signal.aborted) return false
        throw error
      } finally {
        if (stop === mine) running.value = null
      }
    },
    cancel: () => stop.abort(),
  }
})

export type TakeAlong = InstanceType<typeof TakeAlongModel>

const nameIn = (answer: Response) => /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'tickets'

function offerToSave(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

/** Where a list is fetched as a table. German spreadsheets take the semicolon for the end of a cell. */
export function listAddress(query: TicketQuery): string {
  const asked = { query: JSON.stringify(query), language: paperLanguage(), separator: paperLanguage() === 'de' ? 'semicolon' : 'comma' }
  return `/api/exports/tickets.csv?${new URLSearchParams(asked)}`
}

/** Where one ticket is fetched. */
export function ticketAddress(number: number, format: 'pdf' | 'text' | 'json', notes: boolean): string {
  return `/api/exports/tickets/${number}?${new URLSearchParams({ format, notes: String(notes), language: paperLanguage() })}`
}

const paperLanguage = () => (locale.startsWith('de') ? 'de' : 'en')
