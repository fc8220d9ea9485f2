import type { Pool, PoolClient } from 'pg'
import type { AgentSkills, TopicNeeds } from '../../shared/protocol/skills.ts'
import { refuse } from '../../shared/refusal.ts'
import type { SkillsKept } from '../desk/administration.ts'
import { audited } from './audit.ts'

/** Who knows what, and what it is asked for. */
export const skillsIn = (pool: Pool | PoolClient): SkillsKept => ({
  async read() {
    return { agents: await agentsIn(pool), topics: await topicsIn(pool) }
  },

  saveAgent: (by, { agent, version, skills, languages }) =>
    audited(pool, by, async (client, write) => {
      const [before] = await agentsIn(client, agent)
      if (!before) refuse('no-such-agent')
      const { rowCount } = await client.query(
        'update agents set skills = $3, languages = $4, version = version + 1 where id = $1 and version = $2',
        [agent, version, JSON.stringify(skills), languages],
      )
      if (!rowCount) refuse('changed-meanwhile')
      const after = { ...before, skills, languages, version: version + 1 }
      await write({ what: 'skills:save-agent', subject: after, before: keptOf(before), after: keptOf(after) })
      return after
    }),

  saveTopic: (by, { topic, version, needs }) =>
    audited(pool, by, async (client, write) => {
      const [before] = await topicsIn(client, topic)
      if (!before) refuse('no-such-topic')
      const { rowCount } = await client.query('update teams set version = version + 1 where id = $1 and version = $2', [
        before.team,
        version,
      ])
      if (!rowCount) refuse('changed-meanwhile')
      await client.query('update topics set needs = $2 where id = $1', [topic, JSON.stringify(needs)])
      const after = { ...before, needs, version: version + 1 }
      await write({ what: 'skills:save-topic', subject: after, before: { needs: before.needs }, after: { needs } })
      return after
    }),
})

const keptOf = ({ skills, languages }: AgentSkills) => ({ skills, languages })

async function agentsIn(client: Pool | PoolClient, agent: string | null = null): Promise<AgentSkills[]> {
  const { rows } = await client.query<AgentSkills>(
    `select id, name, coalesce(skills, '{}') as skills, coalesce(languages, '{}') as languages, version
     from agents where disabled_at is null and ($1::uuid is null or id = $1) order by lower(name), id`,
    [agent],
  )
  return rows
}

async function topicsIn(client: Pool | PoolClient, topic: string | null = null): Promise<TopicNeeds[]> {
  const { rows } = await client.query<TopicNeeds>(
    `select topics.id, topics.name, team_id as team, coalesce(needs, '[]') as needs, version
     from topics join teams on teams.id = team_id where $1::uuid is null or topics.id = $1
     order by tier, lower(teams.name), position, topics.id`,
    [topic],
  )
  return rows
}
