import type { Conversation } from '../../shared/conversation.ts'
import type { Requesting } from '../../shared/people.ts'
import type { VisitAnswers } from '../../shared/protocol/visit.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Visible } from '../../shared/visible.ts'
import { visibleTo } from '../desk/access.ts'
import type { Line } from '../desk/line/line.ts'
import type { Histories } from '../desk/line/line-ports.ts'
import type { Directory } from '../desk/ports.ts'
import { visibleFrom } from '../desk/tickets/transcript.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface VisitHandlerPorts {
  line: Line
  histories: Histories
  conversations: { read(id: string): Promise<Conversation | null> }
  directory(): Directory
}

const mostListed = 20
const mostGuides = 50

/** What a requester asks about himself. */
export function visitHandlers({ line, histories, conversations, directory }: VisitHandlerPorts): Handlers<keyof VisitAnswers> {
  return {
    async 'visit:look'(caller) {
      const { id, name, email, verified } = requesterOf(caller)
      const [reception, mine] = await Promise.all([line.reception(), histories.of(id, mostListed)])
      const seen = mine.flatMap(({ entries, last, unread }) => {
        const state = visibleFrom(entries, last)
        return state ? [{ ...state, unread }] : []
      })
      const { settings, guard } = directory()
      return { me: { id, name, email, verified }, reception, conversations: ledOn(seen), reopenDays: settings.reopenDays, guard }
    },

    async 'visit:transcript'(caller, { conversation }) {
      const { id } = visibleTo(requesterOf(caller), await conversations.read(conversation))
      return { entries: await histories.spoken(id) }
    },

    async 'visit:guides'(caller) {
      requesterOf(caller)
      const alone = directory().guides.filter(({ content }) => content.alone)
      return {
        guides: alone
          .slice(0, mostGuides)
          .map(({ id, content: { name, language, steps } }) => ({ id, name, language, steps: steps.length })),
      }
    },
  }
}

/** Over several mergers each leads to the one that goes on. */
function ledOn<One extends Pick<Visible, 'id' | 'mergedInto'>>(all: One[]): One[] {
  const into = new Map(all.map(({ id, mergedInto }) => [id, mergedInto]))
  const survivorOf = (id: string | null, steps = all.length): string | null => {
    const next = id && into.get(id)
    return next && steps > 0 ? survivorOf(next, steps - 1) : id
  }
  return all.map((one) => ({ ...one, mergedInto: survivorOf(one.mergedInto) }))
}

function requesterOf({ who }: Caller): Requesting {
  return who.kind === 'requester' ? who : refuse('not-allowed')
}
