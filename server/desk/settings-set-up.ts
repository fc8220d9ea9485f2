import type { SetUp } from './settings-document.ts'
import type { SettingsPorts } from './settings-ports.ts'
import { everybodys } from './settings-replies.ts'

/** How the desk is set up now. One after the other, since it may be read within a transaction. */
export async function readSetUp({ settings, categories, teams, routings, skills, replies, emails }: SettingsPorts): Promise<SetUp> {
  const desk = await settings.desk()
  const look = await settings.look()
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
    categories: tree,
    teams: setUpTeams,
    agents: agents.flatMap((agent) => {
      const email = addresses.get(agent.id)
      return email === undefined ? [] : [{ ...agent, email }]
    }),
    replies: await replies.list(everybodys),
  }
}
