import type { DeskSettings } from '../../../shared/queue.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import type { Hours } from '../hours.ts'

/** A desk as it is set up, or as somebody proposes to set it up. */
export interface DeskAsSetUp {
  settings: DeskSettings
  teams: TeamAsSetUp[]
}

export interface TeamAsSetUp {
  id: string
  name: string
  tier: number
  hours: Hours | null
  routing: TeamRouting
}
