import { useState } from 'preact/hooks'
import type { AgentSkills, TopicNeeds } from '../../../shared/protocol/skills.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { writtenNeeds, writtenSkills } from '../../models/skills.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'
import { AgentSkillsDialog, TopicNeedsDialog } from './SkillDialogs.tsx'

/** Who knows what, and what the conversations of a topic ask for. */
export function SkillsPage({ session }: { session: Session }) {
  const asked = useAsked(session.connection, 'skills:read', {})
  const [agent, setAgent] = useState<AgentSkills | null>(null)
  const [topic, setTopic] = useState<TopicNeeds | null>(null)
  const close = () => {
    setAgent(null)
    setTopic(null)
    asked.again()
  }
  const told = laterWords.distribution
  return (
    <>
      <h2>{words.settings.pages.skills}</h2>
      <p class="hint">{told.skillsHint}</p>
      <Loading from={asked}>
        {({ agents, topics }) => (
          <>
            <Table
              head={[told.agent, told.skills, told.languages]}
              rows={agents.map((one) => ({
                id: one.id,
                name: one.name,
                cells: [writtenSkills(one.skills) || told.none, one.languages.join(', ') || told.everyLanguage],
                open: () => setAgent(one),
              }))}
            />
            <Table
              head={[told.topic, told.required, told.preferred]}
              rows={topics.map((one) => ({
                id: one.id,
                name: one.name,
                cells: [writtenNeeds(one.needs, true) || told.none, writtenNeeds(one.needs, false) || told.none],
                open: () => setTopic(one),
              }))}
            />
          </>
        )}
      </Loading>
      {agent && <AgentSkillsDialog session={session} agent={agent} onClose={close} onUndone={asked.again} />}
      {topic && <TopicNeedsDialog session={session} topic={topic} onClose={close} onUndone={asked.again} />}
    </>
  )
}

interface TableProps {
  head: [string, string, string]
  rows: { id: string; name: string; cells: string[]; open: () => void }[]
}

function Table({ head: [first, ...rest], rows }: TableProps) {
  return (
    <div class="table-room">
      <table class="stacks">
        <thead>
          <tr>
            <th>{first}</th>
            {rest.map((name) => (
              <th key={name}>{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells, open }) => (
            <tr key={id}>
              <td class="wrap">
                <button type="button" class="link" onClick={open}>
                  {name}
                </button>
              </td>
              {cells.map((cell, place) => (
                <td key={rest[place]} class="wrap" data-label={rest[place]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
