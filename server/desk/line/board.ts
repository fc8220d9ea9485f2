import type { Conversation } from '../../../shared/conversation.ts'
import type { TeamBoard } from '../../../shared/protocol/board.ts'
import type { WaitingWhy } from '../../../shared/protocol/line.ts'
import type { BoardPorts } from './board-ports.ts'
import { whyWaiting } from './explaining.ts'
import { isOutOfReach } from './out-of-reach.ts'
import { silentSecondsOf, teamBoard } from './team-board.ts'

export type Board = ReturnType<typeof createBoard>

const everyMs = 1_000
/** Looking takes at most one part of so many of the time, however much there is to see. */
const parts = 20
const mostWaiting = 30
const mostChats = 60

/**
 * The live board. While somebody looks at a team over this process, it is read once a second, and told where it changed; while
 * nobody does, nothing is done, and routing never does anything for it.
 */
export function createBoard({ rows, directory, isWatched, tell, now, onBug }: BoardPorts) {
  /** What those who look at a team were told last. */
  const told = new Map<string, string>()
  let timer: NodeJS.Timeout | null = null
  let round: Promise<void> = Promise.resolve()
  let isStopped = false

  function soon(ms: number) {
    if (timer || isStopped) return
    timer = setTimeout(() => {
      round = tellAll()
        .catch((error: unknown) => {
          if (!isOutOfReach(error)) onBug(error, 'board')
          return everyMs
        })
        .then((rest) => {
          timer = null
          if (rest !== null) soon(rest)
        })
    }, ms)
  }

  /** Returns for how long to rest, or null once nobody looks. */
  async function tellAll(): Promise<number | null> {
    const watched = directory().teams.flatMap(({ id }) => (isWatched(id) ? [id] : []))
    for (const team of told.keys()) if (!watched.includes(team)) told.delete(team)
    if (watched.length === 0) return null
    const began = performance.now()
    for (const board of await read(watched)) {
      const words = lasting(board)
      if (told.get(board.team) === words) continue
      told.set(board.team, words)
      tell(board.team, board)
    }
    return Math.max(everyMs, (performance.now() - began) * parts)
  }

  async function read(teams: readonly string[]): Promise<TeamBoard[]> {
    const at = now()
    const desk = directory()
    const silentSeconds = (team: string) => silentSecondsOf(desk.routing(team))
    const silentBefore = new Map(desk.teams.map(({ id }) => [id, new Date(at.getTime() - silentSeconds(id) * 1000)]))
    const [waits, running, promises, timed, agents] = await Promise.all([
      rows.waits(teams),
      rows.running(teams, mostChats, silentBefore),
      rows.promises(teams, mostWaiting),
      rows.targets(teams.filter((id) => desk.routing(id).targets)),
      rows.agents(teams, silentBefore),
    ])
    const lines = new Map(await Promise.all(waits.map(async ({ team }) => [team, await readLine(team, at)] as const)))
    return teams.flatMap((id) => {
      const team = desk.team(id)
      if (!team) return []
      const of = <T extends { team: string }>(list: T[]) => list.find((one) => one.team === id)
      return [
        teamBoard({
          team,
          wait: of(waits),
          line: lines.get(id) ?? [],
          running: of(running),
          owed: of(promises),
          timed: of(timed),
          agents,
          silentSeconds: silentSeconds(id),
          timing: desk,
          now: at,
        }),
      ]
    })
  }

  /** The first of a line, each with why it waits, as routing has it. */
  async function readLine(team: string, at: Date): Promise<{ conversation: Conversation; why: WaitingWhy | null }[]> {
    const [waiting, candidates] = await Promise.all([rows.waiting(team, mostWaiting), rows.candidates(team)])
    const ids = waiting.map(({ conversation }) => conversation)
    const states = new Map((await rows.states(ids)).map((state) => [state.id, state]))
    const desk = directory()
    return ids.flatMap((id, before) => {
      const conversation = states.get(id)
      if (!conversation) return []
      // Until when it is offered, the row itself says.
      const why = conversation.offer ? null : whyWaiting(conversation, { before, candidates, now: at, desk })
      return [{ conversation, why }]
    })
  }

  return {
    /** How these teams stand. Asked by somebody who looks from now on: he is told what changes, and once how it is by then. */
    async look(teams: readonly string[]): Promise<TeamBoard[]> {
      for (const team of teams) told.delete(team)
      soon(everyMs)
      return read(teams)
    },

    async stop() {
      isStopped = true
      if (timer) clearTimeout(timer)
      await round
    },
  }
}

/** A board without what only tells the time: seconds pass for everybody without being told. */
const lasting = (board: TeamBoard) =>
  JSON.stringify(board, (name, value: unknown) => (name === 'at' || name === 'askedAgainIn' ? undefined : value))
