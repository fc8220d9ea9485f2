import type { Entry } from './entry.ts'

/** What a ticket may be to another one: a part of it, or one of those that a problem causes. */
export const bonds = ['parent', 'problem'] as const
export type Bond = (typeof bonds)[number]

/** Another ticket in which this one goes on. */
export interface MergedInto {
  conversation: string
  number: number
  /** It was open by then, and is again once they are separated. */
  wasOpen: boolean
}

/** A ticket that goes on in this one: both are read as one. */
export interface MergedFrom {
  conversation: string
  number: number
}

/** How a ticket stands to others. */
export interface Bonds {
  /** The conversation of the ticket that this one is a part of. */
  parent?: string | null
  /** That of the problem that causes it. */
  problem?: string | null
  mergedInto?: MergedInto | null
}

/** How it stands to others after one more entry; empty where nothing changes. */
export function bondsAfter(entry: Entry): Bonds {
  switch (entry.kind) {
    case 'linked':
      return entry.as ? { [entry.as]: entry.to } : {}
    case 'unlinked':
      return { [entry.as]: null }
    case 'merged':
      return { mergedInto: { conversation: entry.into, number: entry.number, wasOpen: entry.wasOpen === true } }
    case 'unmerged':
      return { mergedInto: null }
    default:
      return {}
  }
}
