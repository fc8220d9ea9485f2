import type { Demonstration, DeskProfile, Setup } from '../../shared/protocol/setup.ts'
import type { Heard } from '../../shared/protocol.ts'
import type { By } from './people.ts'

/** How far a desk is set up. What is done, the desk itself shows; only what was left out must be kept. */
export interface FirstMinutes {
  profile(): Promise<DeskProfile>
  read(): Promise<Setup>
  save(by: By, wanted: Heard<'setup:save'>): Promise<Setup>
}

/** The people and tickets that `populate` made up. */
export interface Demonstrations {
  /** What there is of it; null if there is none. */
  look(): Promise<Demonstration | null>
  /** Takes it away for ever. `gone` are the agents who are no more, or no longer come in; `left` are all the others. */
  remove(by: By): Promise<{ removed: Demonstration; gone: string[]; left: string[] }>
}
