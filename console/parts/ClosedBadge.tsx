import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

/** That a team takes nobody now: by its hours, or in an emergency. */
export function ClosedBadge({ team, session: { desk } }: { team: string; session: Session }) {
  const view = desk.teams.value.find(({ id }) => id === team)
  if (!view || view.open) return null
  return view.shut ? <span class="badge p1">{words.emergency.sign}</span> : <span class="badge">{words.chats.teamClosed}</span>
}
