import type { Helping } from '../../shared/people.ts'
import type { BoardAnswers } from '../../shared/protocol/board.ts'
import { agentWith, reachOf } from '../desk/access.ts'
import type { Board } from '../desk/line/board.ts'
import type { Directory } from '../desk/ports.ts'
import { boardRoom } from '../desk/rooms.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface BoardHandlerPorts {
  board: Board
  directory(): Directory
  now(): Date
}

/** What supervisors ask about the whole of their teams. */
export function boardHandlers({ board, directory, now }: BoardHandlerPorts): Handlers<keyof BoardAnswers> {
  return {
    // Subscribed before it is read, so that nothing falls between the two.
    async 'board:look'(caller) {
      const overseen = teamsOverseen(agentWith(caller.who, 'board', 'look'))
      await each(overseen, caller.enter)
      return { teams: await board.look(overseen), at: now().toISOString() }
    },

    async 'board:close'(caller) {
      await each(teamsOverseen(agentWith(caller.who, 'board', 'look')), caller.leave)
      return null
    },
  }

  function teamsOverseen(agent: Helping): readonly string[] {
    const reach = reachOf(agent, 'board', 'look')
    return directory().teams.flatMap(({ id }) => (reach === 'all' || agent.teams.includes(id) ? [id] : []))
  }
}

const each = (teams: readonly string[], move: Caller['enter']) => Promise.all(teams.map((team) => move(boardRoom(team))))
