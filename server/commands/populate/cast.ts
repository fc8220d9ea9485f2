import { randomBytes, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Pool } from 'pg'
import type { Member } from '../../../shared/protocol/people.ts'
import { peopleIn } from '../../postgres/agents.ts'
import { type AgentActor, agentAt, newAgentAt } from '../actors/agent.ts'
import { type Visitor, visitor } from '../actors/visitor.ts'
import { keepArticles } from './articles.ts'
import { arrangeCategories } from './categories.ts'
import { addressOf, askers, helpers, type PersonPlan, replies, teams, vouchedFor } from './company.ts'
import { keepGuides } from './guides.ts'
import type { Stage } from './stage.ts'

/** Everybody who takes part. */
export interface Cast {
  agents: AgentActor[]
  /** The agents of a team, by its name. */
  teamOf(name: string): AgentActor[]
  teamId(name: string): string
  topicId(name: string): string
  /** The team that is asked about this topic. */
  teamFor(topic: string): string
  visitors: Visitor[]
  /** The password of all agents of this desk, which is kept nowhere. */
  password: string
}

/** Sets the desk up as its first administrator would, in the words of the protocol, and lets everybody come in. */
export async function gatherCast(pool: Pool, stage: Stage): Promise<Cast> {
  const password = randomBytes(12).toString('base64url')
  const olga = await firstComes(pool, stage, password)
  const teamIds = new Map<string, string>()
  const topicIds = new Map<string, string>()
  for (const plan of teams) await setUpTeam(olga, plan, teamIds, topicIds)
  const others = await Promise.all(helpers.slice(1).map((plan) => letIn(olga, plan, teamIds, { stage, password })))
  await keepReplies(olga, teamIds)
  await keepGuides(olga)
  await keepArticles(olga)
  await arrangeCategories(olga)
  const secret = await vouchingSite(olga)
  await joinTeams(olga, teamIds)
  await olga.signsOut()
  const agents = [await agentAt(stage.url, { email: olga.email, password }), ...others]
  for (const agent of agents) await agent.wishes('available')
  return {
    agents,
    teamOf: (name) => agents.filter((agent) => helpers.find((plan) => plan.name === agent.name)?.teams.includes(name)),
    teamId: (name) => known(teamIds, name),
    topicId: (name) => known(topicIds, name),
    teamFor: (topic) => teams.find(({ topics }) => topics.includes(topic))?.name ?? '',
    visitors: await Promise.all(askers.map((name, place) => comesToAsk(stage, name, place < vouchedFor ? secret : null))),
    password,
  }
}

/** Nobody can invite the first one but the server itself. */
async function firstComes(pool: Pool, stage: Stage, password: string) {
  const [first] = helpers
  if (!first) throw new Error('Nobody administers this desk')
  const people = peopleIn(pool)
  const by = { agent: null, request: null, address: null, at: stage.now() }
  const email = addressOf(first.name)
  const before = (await people.list(by.at)).find((member) => member.email === email)
  const { token } = before
    ? await people.newLink(by, before.id)
    : await people.invite(by, { name: first.name, email, role: first.role, capacity: first.capacity, teams: [] })
  return newAgentAt(stage.url, { token, name: first.name, password })
}

async function setUpTeam(olga: AgentActor, plan: (typeof teams)[number], teamIds: Map<string, string>, topicIds: Map<string, string>) {
  const before = (await olga.ask('teams:list', {})).teams.find(({ name }) => name === plan.name)
  const topics = plan.topics.map((name) => ({ id: before?.topics.find((topic) => topic.name === name)?.id ?? randomUUID(), name }))
  const { name, tier, hours } = plan
  const team = await olga.ask('teams:save', { team: before?.id ?? randomUUID(), version: before?.version ?? 0, name, tier, hours, topics })
  teamIds.set(name, team.id)
  for (const topic of topics) topicIds.set(topic.name, topic.id)
}

async function letIn(
  olga: AgentActor,
  plan: PersonPlan,
  teamIds: Map<string, string>,
  { stage, password }: { stage: Stage; password: string },
) {
  const email = addressOf(plan.name)
  const before = (await olga.ask('people:list', {})).people.find((member) => member.email === email)
  const link = before ? await linkAgain(olga, before) : (await olga.ask('people:invite', invitation(plan, teamIds))).link
  return newAgentAt(stage.url, { token: link.url.split('/').at(-1) ?? '', name: plan.name, password })
}

async function linkAgain(olga: AgentActor, { id, version, state }: Member) {
  if (state === 'disabled') await olga.ask('people:enable', { agent: id, version })
  return olga.ask('people:new-link', { agent: id })
}

const invitation = ({ name, role, capacity, teams: names }: PersonPlan, teamIds: Map<string, string>) => ({
  name,
  email: addressOf(name),
  role,
  capacity,
  teams: names.map((team) => known(teamIds, team)),
})

/** The first administrator came before there were teams. */
async function joinTeams(olga: AgentActor, teamIds: Map<string, string>) {
  const { people } = await olga.ask('people:list', {})
  const [plan] = helpers
  const before = people.find(({ id }) => id === olga.id)
  if (plan && before) await olga.ask('people:change', { agent: olga.id, version: before.version, ...invitation(plan, teamIds) })
}

async function keepReplies(olga: AgentActor, teamIds: Map<string, string>) {
  const before = new Set((await olga.ask('replies:list', {})).replies.map(({ name }) => name))
  for (const { name, text, team } of replies.filter((reply) => !before.has(reply.name))) {
    const whose = team === undefined ? 'everyone' : { team: known(teamIds, team) }
    await olga.ask('replies:save', { reply: randomUUID(), version: 0, name, text, whose })
  }
}

const issuer = 'https://intranet.northwind.example'
const audience = 'firstline'

/** The intranet, whose word about its people is believed; its secret is only known here. */
async function vouchingSite(olga: AgentActor): Promise<string> {
  const before = (await olga.ask('sites:list', {})).sites.find((site) => site.issuer === issuer)
  const { secret } = before
    ? await olga.ask('sites:rotate', { site: before.id, version: before.version, publicKey: null, previousHours: 24 })
    : await olga.ask('sites:add', { site: randomUUID(), name: 'Northwind intranet', issuer, audience, key: { algorithm: 'HS256' } })
  if (secret === null) throw new Error('The site of the intranet has no secret')
  return secret
}

async function comesToAsk({ url, now }: Stage, name: string, secret: string | null): Promise<Visitor> {
  const email = addressOf(name)
  if (secret === null) return visitor(url, { name, email })
  const identity = await new SignJWT({ name, email })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(email)
    .setExpirationTime(Math.floor(now().getTime() / 1000) + 600)
    .sign(new TextEncoder().encode(secret))
  return visitor(url, { identity })
}

function known(ids: Map<string, string>, name: string): string {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`There is no ${name} on this desk`)
  return id
}
