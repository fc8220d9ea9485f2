import type { z } from 'zod'
import { type AdminAnswers, adminQuestions } from './protocol/admin.ts'
import { type ArticleAnswers, articleQuestions } from './protocol/article.ts'
import { type ArticleUseAnswers, articleUseQuestions } from './protocol/article-use.ts'
import { type BoardAnnouncements, type BoardAnswers, boardQuestions } from './protocol/board.ts'
import { type CallAnswers, callQuestions } from './protocol/call.ts'
import { type CareAnswers, careQuestions } from './protocol/care.ts'
import { type CategoryAnswers, categoryQuestions } from './protocol/category.ts'
import { type ConversationAnnouncements, type ConversationAnswers, conversationQuestions } from './protocol/conversation.ts'
import { type DraftAnnouncements, type DraftAnswers, draftQuestions } from './protocol/draft.ts'
import { type GuardAnswers, guardQuestions } from './protocol/guard.ts'
import { type GuideAnswers, guideQuestions } from './protocol/guide.ts'
import { type HandOverAnnouncements, type HandOverAnswers, handOverQuestions } from './protocol/hand-over.ts'
import { type HealthAnswers, healthQuestions } from './protocol/health.ts'
import { type IncidentAnnouncements, type IncidentAnswers, incidentQuestions } from './protocol/incident.ts'
import { type LineAnnouncements, type LineAnswers, lineQuestions } from './protocol/line.ts'
import { type NewsAnnouncements, type NewsAnswers, newsQuestions } from './protocol/news.ts'
import { type PeopleAnswers, peopleQuestions } from './protocol/people.ts'
import { type RemoteAnswers, remoteQuestions } from './protocol/remote.ts'
import { type SetupAnswers, setupQuestions } from './protocol/setup.ts'
import { type SimulationAnswers, simulationQuestions } from './protocol/simulation.ts'
import { type SkillAnswers, skillQuestions } from './protocol/skills.ts'
import { type RoutingAnswers, routingQuestions } from './protocol/team-routing.ts'
import { type TelephonyAnnouncements, type TelephonyAnswers, telephonyQuestions } from './protocol/telephony.ts'
import { type TicketAnswers, ticketQuestions } from './protocol/ticket.ts'
import { type ViewAnswers, viewQuestions } from './protocol/view.ts'
import { type VisitAnnouncements, type VisitAnswers, visitQuestions } from './protocol/visit.ts'
import { type WebhookAnswers, webhookQuestions } from './protocol/webhook.ts'
import type { Reply } from './refusal.ts'

/** The wire, whole: what clients may ask, what they get back, and what the server announces. */
export const questions = {
  ...conversationQuestions,
  ...draftQuestions,
  ...lineQuestions,
  ...boardQuestions,
  ...callQuestions,
  ...telephonyQuestions,
  ...remoteQuestions,
  ...visitQuestions,
  ...peopleQuestions,
  ...adminQuestions,
  ...setupQuestions,
  ...routingQuestions,
  ...simulationQuestions,
  ...skillQuestions,
  ...careQuestions,
  ...ticketQuestions,
  ...webhookQuestions,
  ...healthQuestions,
  ...categoryQuestions,
  ...guardQuestions,
  ...guideQuestions,
  ...incidentQuestions,
  ...articleQuestions,
  ...articleUseQuestions,
  ...viewQuestions,
  ...handOverQuestions,
  ...newsQuestions,
}

export interface Answers
  extends ConversationAnswers,
    DraftAnswers,
    LineAnswers,
    BoardAnswers,
    CallAnswers,
    TelephonyAnswers,
    RemoteAnswers,
    VisitAnswers,
    PeopleAnswers,
    AdminAnswers,
    SetupAnswers,
    RoutingAnswers,
    SimulationAnswers,
    SkillAnswers,
    CareAnswers,
    TicketAnswers,
    WebhookAnswers,
    HealthAnswers,
    CategoryAnswers,
    GuardAnswers,
    GuideAnswers,
    IncidentAnswers,
    ArticleAnswers,
    ArticleUseAnswers,
    ViewAnswers,
    NewsAnswers,
    HandOverAnswers {}

export interface Announcements
  extends ConversationAnnouncements,
    DraftAnnouncements,
    TelephonyAnnouncements,
    IncidentAnnouncements,
    LineAnnouncements,
    BoardAnnouncements,
    VisitAnnouncements,
    NewsAnnouncements,
    HandOverAnnouncements {
  /** This process is about to stop: connect anew, after the given pause. */
  'server:leaving': (news: { afterMs: number }) => void
  /** What browsers load has changed since your page was loaded: it should be loaded anew. */
  'server:renewed': () => void
  /** Told at once to whoever comes in: which life of the database this is. Another one than before, and what you know may never have been. */
  'server:epoch': (news: { epoch: string }) => void
  /** Who you are has ended here: signed out, disabled, or a visit reset. */
  'access:ended': (news: { why: 'signed-out' | 'disabled' | 'reset' }) => void
}

export type Question = keyof typeof questions & keyof Answers

/** What a client sends. */
export type Asked<Q extends Question> = z.input<(typeof questions)[Q]>
/** What a handler gets, after it was checked and mended. */
export type Heard<Q extends Question> = z.output<(typeof questions)[Q]>

export type ClientToServer = {
  [Q in Question]: (asked: Asked<Q>, answer: (reply: Reply<Answers[Q]>) => void) => void
}

/**
 * What a client shows at the door, in the handshake's `auth`. A requester brings the token of his visit;
 * an agent's session travels in its HttpOnly cookie, which no script can read.
 */
export type Credentials = ({ as: 'requester'; visit: string } | { as: 'agent' }) & {
  /** Which build of the page asks, so that an old one can be told. */
  build?: string
}

export type { Act } from './protocol/conversation.ts'
