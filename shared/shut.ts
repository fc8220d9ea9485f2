import type { Notice } from './notice.ts'

/** Who closed a team in an emergency, and when; by nobody of the desk where it was done on the server itself. */
export interface Shut {
  by: string | null
  at: string
}

/** The same as agents are told: by name, with what requesters read. What was closed by an older version does not say when. */
export interface ShutNow {
  notice: Notice
  by: string | null
  since: string | null
}
