import type { Pool } from 'pg'
import type { Finding } from '../shared/doctor.ts'
import type { Question } from '../shared/protocol.ts'
import type { Changed } from './desk/administration.ts'
import { createCalling } from './desk/calling.ts'
import { guardedGuides } from './desk/guarding.ts'
import type { Board } from './desk/line/board.ts'
import type { Trials } from './desk/simulation/trials.ts'
import type { TelephoneDesk } from './desk/telephony.ts'
import type { Kernel } from './kernel.ts'
import type { Outgoing } from './outgoing.ts'
import { peopleIn } from './postgres/agents.ts'
import { articleUsesIn } from './postgres/article-uses.ts'
import { articlesIn } from './postgres/articles.ts'
import { auditIn } from './postgres/audit.ts'
import { callersIn } from './postgres/callers.ts'
import { careIn } from './postgres/care.ts'
import { categoriesIn } from './postgres/categories.ts'
import { demonstrationsIn } from './postgres/demonstration.ts'
import { guardIn } from './postgres/guard.ts'
import { guidesIn } from './postgres/guides.ts'
import { historiesIn } from './postgres/histories.ts'
import { incidentsIn } from './postgres/incidents.ts'
import { deliveriesIn } from './postgres/outbox.ts'
import { remoteIn } from './postgres/remote.ts'
import { repliesIn } from './postgres/replies.ts'
import { routingsIn } from './postgres/routings.ts'
import { settingsIn } from './postgres/settings.ts'
import { firstMinutesIn } from './postgres/setup.ts'
import { sitesIn } from './postgres/sites.ts'
import { skillsIn } from './postgres/skills.ts'
import { summariesIn } from './postgres/summaries.ts'
import { teamsIn } from './postgres/teams.ts'
import { telephonyIn } from './postgres/telephony.ts'
import { ticketsIn } from './postgres/tickets.ts'
import { viewsIn } from './postgres/views.ts'
import { adminHandlers } from './sockets/admin.ts'
import { articleHandlers } from './sockets/article.ts'
import { articleUseHandlers } from './sockets/article-use.ts'
import { boardHandlers } from './sockets/board.ts'
import { callHandlers } from './sockets/call.ts'
import { careHandlers } from './sockets/care.ts'
import { categoryHandlers } from './sockets/category.ts'
import { conversationHandlers } from './sockets/conversation.ts'
import { draftHandlers } from './sockets/draft.ts'
import { guardHandlers } from './sockets/guard.ts'
import { guideHandlers } from './sockets/guide.ts'
import { handOverHandlers } from './sockets/hand-over.ts'
import type { Handlers } from './sockets/handlers.ts'
import { healthHandlers } from './sockets/health.ts'
import { incidentHandlers, isShownTo } from './sockets/incident.ts'
import { lineHandlers } from './sockets/line.ts'
import { newsHandlers } from './sockets/news.ts'
import { peopleHandlers } from './sockets/people.ts'
import type { Sockets } from './sockets/plugin.ts'
import { remoteHandlers } from './sockets/remote.ts'
import { routingHandlers } from './sockets/routing.ts'
import { setupHandlers } from './sockets/setup.ts'
import { simulationHandlers } from './sockets/simulation.ts'
import { skillHandlers } from './sockets/skills.ts'
import { telephonyHandlers } from './sockets/telephony.ts'
import { ticketHandlers } from './sockets/ticket.ts'
import { viewHandlers } from './sockets/view.ts'
import { visitHandlers } from './sockets/visit.ts'
import { webhookHandlers } from './sockets/webhook.ts'

export interface AnswersOptions {
  kernel: Kernel
  board: Board
  outgoing: Outgoing
  telephones: TelephoneDesk
  trials: Trials
  pool: Pool
  readPool: Pool
  publicUrl: string | undefined
  /** Looks at everything the desk stands on. */
  examine(): Promise<Finding[]>
  now(): Date
  sockets(): Sockets
  onBug(error: unknown, where: string): void
}

/** An answer for every question of the wire, noun by noun. */
export function answers({
  kernel,
  board,
  outgoing,
  telephones,
  trials,
  pool,
  readPool,
  publicUrl,
  examine,
  now,
  sockets,
  onBug,
}: AnswersOptions): Handlers<Question> {
  const { desk, drafts, line, rows, conversations, directory, attendance } = kernel
  const changed = (what: Changed) => void kernel.setUpAnew(what).catch((error: unknown) => onBug(error, 'set up anew'))
  const histories = historiesIn(pool)
  const guides = guidesIn(pool, readPool)
  const articles = articlesIn(pool, readPool)
  const incidents = incidentsIn(pool, readPool)

  return {
    ...conversationHandlers({ desk, isShown: (incident, requester) => isShownTo(incidents, directory(), incident, requester) }),
    ...draftHandlers(drafts),
    ...lineHandlers({ line, rows, summaries: summariesIn(pool, directory), histories, conversations, directory, now }),
    ...boardHandlers({ board, directory, now }),
    ...visitHandlers({ line, histories, conversations, directory }),
    ...ticketHandlers({ tickets: ticketsIn(readPool), directory }),
    ...viewHandlers({ views: viewsIn(pool), now }),
    ...newsHandlers({ news: kernel.news }),
    ...handOverHandlers({ handOvers: kernel.handOvers, now }),
    ...categoryHandlers({ categories: categoriesIn(pool), now, changed: kernel.setUpAnew }),
    ...guideHandlers({ guides: guardedGuides(guides, kernel.guard), now, changed: kernel.setUpAnew }),
    ...articleHandlers({ articles, now }),
    ...articleUseHandlers({ articles, uses: articleUsesIn(pool, readPool), conversations, now }),
    ...incidentHandlers({
      incidents,
      desk,
      conversations,
      directory,
      masked: kernel.masked,
      now,
      changed: kernel.setUpAnew,
      tellAll: kernel.tellingAll.ask,
      stir: kernel.tellingAll.stir,
    }),
    ...webhookHandlers({ deliveries: deliveriesIn(pool), wake: outgoing.wake, test: outgoing.test, now }),
    ...healthHandlers({ examine, now }),
    ...peopleHandlers({
      people: peopleIn(pool),
      now,
      publicUrl,
      cut: (whose, why) => sockets().cut(whose, why),
      renew: (person) => sockets().renew(person),
      releaseAgent: attendance.releaseAgent,
      changed,
    }),
    ...setupHandlers({
      firstMinutes: firstMinutesIn(pool),
      demonstrations: demonstrationsIn(pool),
      now,
      changed,
      cut: (whose, why) => sockets().cut(whose, why),
      renew: (person) => sockets().renew(person),
    }),
    ...callHandlers(createCalling({ callers: callersIn(pool, readPool), guides, conversations, guard: kernel.guard })),
    ...remoteHandlers({ remote: remoteIn(pool), now, changed: kernel.setUpAnew }),
    ...telephonyHandlers({ kept: telephonyIn(pool), telephones, now }),
    ...careHandlers({ care: careIn(pool), now }),
    ...skillHandlers({ skills: skillsIn(pool), now, changed }),
    ...simulationHandlers({ trials }),
    ...guardHandlers({ guard: guardIn(pool), now, changed: kernel.setUpAnew }),
    ...routingHandlers({ routings: routingsIn(pool), now, changed }),
    ...adminHandlers({
      teams: teamsIn(pool),
      settings: settingsIn(pool),
      replies: repliesIn(pool),
      sites: sitesIn(pool),
      audit: auditIn(pool),
      now,
      changed,
    }),
  }
}
