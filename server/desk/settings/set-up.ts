import type { CannedReply } from '../../../shared/protocol/admin.ts'
import type { SetUp } from './document.ts'
import type { Readable } from './ports.ts'
import { everybodys } from './replies.ts'
import { asKey } from './wording.ts'

/** How the desk is set up now. One after the other, since it may be read within a transaction. */
export async function readSetUp(ports: Readable): Promise<SetUp> {
  const { settings, categories, teams, routings, skills, replies, emails } = ports
  const desk = await settings.desk()
  const look = await settings.look()
  const guard = await ports.guard.read()
  const remote = await ports.remote.read()
  const telephony = await ports.telephony.read()
  const tree = await categories.list()
  const { agents, topics } = await skills.read()
  const addresses = await emails()
  const setUpTeams: SetUp['teams'] = []
  for (const team of await teams.list()) {
    const needsOf = (id: string) => topics.find((topic) => topic.id === id)?.needs ?? []
    setUpTeams.push({
      ...team,
      topics: team.topics.map((topic) => ({ ...topic, needs: needsOf(topic.id) })),
      routing: await routings.read(team.id),
    })
  }
  return {
    desk,
    look,
    guard,
    remote,
    telephony,
    categories: tree,
    teams: setUpTeams,
    agents: agents.flatMap((agent) => {
      const email = addresses.get(agent.id)
      return email === undefined ? [] : [{ ...agent, email }]
    }),
    replies: inOrder(await replies.list(everybodys), setUpTeams),
  }
}

/** By name, then by whose they are, then by what they say: those of one name stand in the same order at every desk. */
function inOrder(replies: readonly CannedReply[], teams: SetUp['teams']): CannedReply[] {
  const teamOf = ({ whose }: CannedReply) => (typeof whose === 'string' ? '' : (teams.find(({ id }) => id === whose.team)?.name ?? ''))
  const keyed = replies.map((reply) => ({ reply, key: JSON.stringify([asKey(reply.name), asKey(teamOf(reply)), reply.text]) }))
  return keyed.toSorted((one, other) => (one.key < other.key ? -1 : 1)).map(({ reply }) => reply)
}
