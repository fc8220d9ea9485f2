import { useId } from 'preact/hooks'
import type { BoardAgent } from '../../shared/protocol/board.ts'
import type { ConsoleClock } from '../models/clock.ts'
import { words } from '../words.ts'
import { AgentLoad, AgentSince } from './AgentState.tsx'

/** Everybody of the teams, by who is free first: how he stands, for how long, and what he has. */
export function BoardAgents({ agents, clock }: { agents: readonly BoardAgent[]; clock: ConsoleClock }) {
  const { board } = words
  const heading = useId()
  return (
    <section class="board-side" aria-labelledby={heading}>
      <h2 class="board-head" id={heading}>
        {board.agents} <span>{board.agentsOrder}</span>
      </h2>
      {agents.length === 0 ? (
        <p class="none-fits">{board.noAgents}</p>
      ) : (
        <div class="table-room">
          <table class="board-agents">
            <thead>
              <tr>
                <th class="grow">{board.agent}</th>
                <th>{board.state}</th>
                <th>{board.load}</th>
                <th class="right">{board.chats}</th>
                <th class="right" title={board.silentHint}>
                  {board.silence}
                </th>
              </tr>
            </thead>
            <tbody>
              {agents.map((agent) => (
                <tr key={agent.id}>
                  <td class="grow">{agent.name}</td>
                  <td>
                    <AgentSince agent={agent} clock={clock} />
                  </td>
                  <td>
                    <AgentLoad agent={agent} />
                  </td>
                  <td class="right num">{agent.chats}</td>
                  <td class={agent.silent > 0 ? 'right num late' : 'right num'}>{agent.silent}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
