import type { DeskSettings } from '../../../shared/queue.ts'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import type { SetUp } from '../settings/document.ts'
import type { Hours } from '../time/hours.ts'

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

/** The desk as it is set up, as far as those who wait are concerned. */
export const asSetUp = ({ desk, teams }: SetUp): DeskAsSetUp => ({
  settings: desk.value,
  teams: teams.map(({ id, name, tier, hours, routing }) => ({ id, name, tier, hours, routing: routing.value })),
})
