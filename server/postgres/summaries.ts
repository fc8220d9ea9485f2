import type { Pool } from 'pg'
import type { Conversation } from '../../shared/conversation.ts'
import type { Reasons } from '../../shared/entry.ts'
import type { Summary } from '../../shared/protocol/line.ts'
import { turnOf } from '../../shared/queue.ts'
import type { SummaryRows } from '../desk/line/line-ports.ts'
import { summaryOf } from '../desk/summary.ts'
import type { Timing } from '../desk/tickets/target-terms.ts'
import { turnColumn } from './line.ts'

/** The longest line that a console gets at once, and as many messages that were left. */
const mostInLine = 500

/** What lists are filled from: the same fold that the timeline left beside itself. */
export function summariesIn(pool: Pool, timing: () => Timing): SummaryRows {
  return {
    async mine(agent) {
      const { rows } = await pool.query<{ state: Conversation; unread: number }>({
        name: 'mine',
        text: `with mine as (
            select id from conversations where agent_id = $1 and status in ('active', 'held')
            union select id from speakers join conversations on id = conversation_id
              where speakers.agent_id = $1 and status in ('active', 'held')
            union select conversation_id from tickets join conversations on id = conversation_id
              where communication_owner = $1 and tickets.status in ('in-progress', 'on-hold') and conversations.status = 'ended')
          select state, ${unreadFor('$1')} as unread from conversations join mine using (id)
          order by conversations.opened_at`,
        values: [agent],
      })
      return rows.map(({ state, unread }) => ({ ...summaryOf(state, timing()), unread }))
    },

    async line(teams) {
      const { rows } = await pool.query<{ state: Conversation }>({
        name: 'line-of-teams',
        // Each with a limit of its own: messages that lie for long must not hide those who wait.
        text: `(select state from conversations where team_id = any($1::uuid[]) and status = 'waiting' order by ${turnColumn}, id limit $2)
          union all (select state from conversations
          where team_id = any($1::uuid[]) and status = 'unrouted' and ${wantsAnswer} order by opened_at limit $2)`,
        values: [teams, mostInLine],
      })
      return rows.map(({ state }) => summaryOf(state, timing())).sort(byTurn)
    },

    async ringing(agent) {
      const { rows } = await pool.query<{ state: Conversation; why: Reasons | null }>({
        name: 'ringing',
        text: `select state, (select data->'why' from entries
            where conversation_id = conversations.id and lane = 'internal' and kind = 'offered' and data->>'offer' = state->'offer'->>'id'
            order by seq desc limit 1) as why
          from conversations where offered_to = $1
          union all select state, null from tickets join conversations on id = conversation_id where asked_id = $1`,
        values: [agent],
      })
      return rows.flatMap(({ state, why }) => ringing(state, agent, why, timing()))
    },
  }
}

/** Whoever belongs to a known incident, and added nothing to it, hears what there is to tell with all the others. */
const wantsAnswer = `(state #>> '{ticket,incident,id}' is null or state ->> 'unansweredSince' is not null)`

/** It rings as what it is: a chat to be had, or one that somebody asks to be helped in. */
function ringing(state: Conversation, agent: string, why: Reasons | null, timing: Timing) {
  const conversation = summaryOf(state, timing)
  const { offer } = state
  const { asked, by } = state.ticket.escalation ?? {}
  if (offer?.agent === agent) return [{ conversation, offer: offer.id, until: offer.until, why }]
  return asked?.agent === agent ? [{ conversation, offer: asked.id, until: asked.until, why: null, by: by ?? null }] : []
}

/** As they will be offered. Who lies unrouted stands where he came. */
const byTurn = (one: Summary, other: Summary) => turn(one) - turn(other)
const turn = ({ waitingSince, changedAt, priority, vip }: Summary) => turnOf(waitingSince ?? changedAt, priority, vip)

/** What others said after the last that this person saw. */
export const unreadFor = (person: string) => `(select count(*)::int from entries
  where conversation_id = conversations.id and lane = 'public' and kind = 'said' and by <> ${person}
    and seq > coalesce((select seen from cursors where cursors.conversation_id = conversations.id and person_id = ${person}), 0))`
