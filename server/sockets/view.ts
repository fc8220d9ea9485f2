import type { ViewAnswers } from '../../shared/protocol/view.ts'
import { refuse } from '../../shared/refusal.ts'
import { type ViewReach, type Views, viewReach } from '../desk/tickets/tickets.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface ViewPorts {
  views: Views
  now(): Date
}

/** Lists of tickets that agents keep under a name. A view shows nobody a ticket that he could not see without it. */
export const viewHandlers = ({ views, now }: ViewPorts): Handlers<keyof ViewAnswers> => ({
  'views:list': async ({ who }) => ({ views: await views.list(viewReach(who)) }),
  async 'views:save'(caller, wanted) {
    const reach = viewReach(caller.who)
    if (wanted.whose !== 'mine') mustBeOf(reach, wanted.whose.team)
    return views.save(byOf(caller, now()), reach, wanted)
  },
  async 'views:remove'(caller, wanted) {
    await views.remove(byOf(caller, now()), viewReach(caller.who), wanted)
    return null
  },
})

function mustBeOf({ teams }: ViewReach, team: string) {
  if (teams !== 'all' && !teams.includes(team)) refuse('no-such-team')
}
