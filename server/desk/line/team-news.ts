import { createHash } from 'node:crypto'
import type { TeamView } from '../../../shared/protocol/line.ts'
import type { Directory, TeamRow } from '../ports.ts'

/** Tells agents which teams stand otherwise: closed or open, by their hours or in an emergency, and what else was set up anew. */
export function createTeamNews(directory: () => Directory, tell: (news: TeamView) => void): () => Promise<void> {
  let told: Map<string, string> | null = null
  return async () => {
    const desk = directory()
    const views = desk.teams.map((team) => viewOf(team, desk))
    const before = told
    told = new Map(views.map((view) => [view.id, JSON.stringify(view)]))
    // Whoever comes in is told everything; only what moves after that is news.
    if (before) for (const view of views) if (before.get(view.id) !== told.get(view.id)) tell(view)
  }
}

/** A team as every agent sees it. */
export function viewOf({ topics, shut, ...team }: TeamRow, desk: Directory): TeamView {
  const { declineReasons, emergency, targets, hours } = desk.routing(team.id)
  const by = shut?.by ? (desk.agent(shut.by)?.name ?? null) : null
  return {
    ...team,
    topics: [...topics],
    ...(declineReasons.length > 0 && { declineReasons }),
    ...(targets && {
      targets: createHash('sha256')
        .update(JSON.stringify([targets, hours]))
        .digest('hex')
        .slice(0, 12),
    }),
    ...(emergency && { shut: { notice: emergency, by, since: shut?.at ?? null } }),
  }
}
