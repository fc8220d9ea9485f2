import { TriangleAlert } from 'lucide-preact'
import { noticeIn } from '../../shared/notice.ts'
import type { TeamView } from '../../shared/protocol/line.ts'
import { shut, shutTeams } from '../models/emergency.ts'
import { spoken } from '../models/language.ts'
import type { Session } from '../models/session.ts'
import { asMoment } from '../models/time.ts'
import { words } from '../words.ts'

/** Stands above everything as long as a team is closed in an emergency: which, by whom, since when, and what requesters read. */
export function EmergencySign({ session }: { session: Session }) {
  const teams = shutTeams(session.desk.teams.value)
  if (teams.length === 0) return null
  return (
    <aside class="strip emergency" aria-label={words.emergency.sign}>
      <TriangleAlert aria-hidden="true" />
      <p role="status">
        <b>{words.emergency.closed(namesOf(teams))}</b> {closedBy(teams)} <q>{toldIn(teams)}</q>
      </p>
      {session.me.role === 'administrator' && (
        <button type="button" class="link" onClick={() => void reopen(session, teams).catch(session.notices.refused)}>
          {words.emergency.reopen}
        </button>
      )}
    </aside>
  )
}

type Shut = ReturnType<typeof shutTeams>[number]

const namesOf = (teams: readonly TeamView[]) => teams.map(({ name }) => name).join(', ')

/** Of several the first, which began it. */
function closedBy(teams: readonly Shut[]): string {
  const [first] = teams
    .flatMap(({ shut: { by, since } }) => (since ? [{ by, since }] : []))
    .sort((one, other) => (one.since < other.since ? -1 : 1))
  if (!first) return ''
  const when = asMoment(first.since)
  return first.by ? words.emergency.by(first.by, when) : words.emergency.since(when)
}

const toldIn = (teams: readonly Shut[]) => [...new Set(teams.map(({ shut: { notice } }) => noticeIn(notice, spoken.value)))].join(' ')

async function reopen({ connection, notices }: Session, teams: readonly TeamView[]) {
  const undo = await shut(
    connection,
    teams.map(({ id }) => id),
    null,
  )
  notices.done(words.emergency.reopened(namesOf(teams)), undo)
}
