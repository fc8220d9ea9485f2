import { randomBytes, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Pool } from 'pg'
import { peopleIn } from '../../postgres/agents.ts'
import { sitesIn } from '../../postgres/sites.ts'
import { teamsIn } from '../../postgres/teams.ts'
import { type AgentActor, newAgentAt } from '../actors/agent.ts'
import { type Visitor, visitor } from '../actors/visitor.ts'

/** People who are only here for the flood, in a team of their own, so that it rings for nobody else. */
export interface Staff {
  agents: AgentActor[]
  visitors: Visitor[]
  topic: string
  /** Disables the accounts, takes the topic and the site away. What was written stays, as everything does. */
  dismiss(): Promise<void>
}

const teamName = 'Flood'
const domain = 'flood.example'

const byTheServer = () => ({ agent: null, request: null, address: null, at: new Date() })

/** Makes the people, and lets them in over the public protocol. Where that fails, nobody stays behind. */
export async function hire(pool: Pool, url: string, counts: { agents: number; requesters: number }): Promise<Staff> {
  const { team, topic } = await floodTeam(pool)
  const { site, secret } = await floodSite(pool)
  const email = addressesOfOneRun()
  const agents: AgentActor[] = []
  const visitors: Visitor[] = []

  async function dismiss() {
    for (const person of [...agents, ...visitors]) person.leaves()
    await disable(pool, email.run)
    await sitesIn(pool).remove(byTheServer(), { site: site.id, version: site.version })
    await saveTeam(pool, [])
  }

  try {
    for (let place = 1; place <= counts.agents; place++) agents.push(await comeToHelp(pool, url, team, `Agent ${place}`, email.of(place)))
    for (const agent of agents) await agent.wishes('available')
    for (let place = 1; place <= counts.requesters; place++) visitors.push(await comeToAsk(url, secret, `Requester ${place}`))
    await topicIsOpen(visitors[0], topic)
  } catch (error) {
    await dismiss()
    throw error
  }
  return { agents, visitors, topic, dismiss }
}

function addressesOfOneRun() {
  const run = `${randomBytes(4).toString('hex')}@${domain}`
  return { run, of: (place: number) => `agent-${place}-${run}` }
}

async function disable(pool: Pool, run: string) {
  const people = peopleIn(pool)
  for (const { id, version, email } of await people.list(new Date())) {
    if (email.endsWith(run)) await people.disable(byTheServer(), { agent: id, version })
  }
}

async function floodTeam(pool: Pool) {
  const topic = randomUUID()
  const { id } = await saveTeam(pool, [{ id: topic, name: teamName }])
  return { team: id, topic }
}

async function saveTeam(pool: Pool, topics: { id: string; name: string }[]) {
  const before = (await teamsIn(pool).list()).find(({ name }) => name === teamName)
  const wanted = { team: before?.id ?? randomUUID(), version: before?.version ?? 0, name: teamName, tier: 9, hours: null, topics }
  return teamsIn(pool).save(byTheServer(), wanted)
}

const issuer = `https://${domain}`
const audience = 'firstline'

/** Its signature keeps so many requesters of one address from being taken for one stranger. */
async function floodSite(pool: Pool) {
  const sites = sitesIn(pool)
  const before = (await sites.list()).find((site) => site.issuer === issuer)
  if (before) await sites.remove(byTheServer(), { site: before.id, version: before.version })
  const { site, secret } = await sites.add(byTheServer(), {
    site: randomUUID(),
    name: teamName,
    issuer,
    audience,
    key: { algorithm: 'HS256' },
  })
  if (secret === null) throw new Error('The site of the flood has no secret')
  return { site, secret }
}

async function comeToHelp(pool: Pool, url: string, team: string, name: string, email: string) {
  const { token } = await peopleIn(pool).invite(byTheServer(), { name, email, role: 'agent', capacity: 5, teams: [team] })
  return newAgentAt(url, { token, name, password: randomBytes(18).toString('base64url') })
}

async function comeToAsk(url: string, secret: string, name: string) {
  const identity = await new SignJWT({ name })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(name)
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(secret))
  return visitor(url, { identity })
}

/** A desk that runs hears of a new team within seconds. */
async function topicIsOpen(rita: Visitor | undefined, topic: string) {
  for (let tries = 0; rita && tries < 40; tries++) {
    const { reception } = await rita.ask('visit:look', {})
    if (reception.topics.some(({ id, here }) => id === topic && here > 0)) return
    await new Promise((resolve) => setTimeout(resolve, 250 + tries * 20))
  }
  throw new Error('The desk did not notice the people of the flood.')
}
