import { z } from 'zod'
import { needs } from '../../../shared/protocol/conversation.ts'
import { levels } from '../../../shared/skills.ts'
import { usualAnswering } from '../../desk/simulation/generated.ts'
import type { TeamAsSetUp } from '../../desk/simulation/set-up.ts'
import type { Traffic } from '../../desk/simulation/traffic.ts'

const seconds = z
  .number()
  .min(0)
  .max(366 * 86_400)
const name = z.string().trim().min(1).max(120)
const pressure = z.enum(['low', 'medium', 'high'])

/** Traffic in a file: teams and agents by their names, times in seconds from when it begins. docs/routing.md describes it. */
const trafficFile = z.strictObject({
  version: z.literal(1),
  begins: z.iso.datetime({ offset: true }),
  seconds: seconds.min(60),
  agents: z
    .array(
      z.strictObject({
        name,
        /** By which `knows` means him; his name where he has none. */
        id: name.optional(),
        email: z.string().max(320).optional(),
        teams: z.array(name).max(100),
        capacity: z.int().min(0).max(50),
        skills: z.record(z.string(), z.literal(levels)).default({}),
        languages: z.array(z.string().max(35)).default([]),
        here: z.array(z.tuple([seconds, seconds])).max(10_000),
      }),
    )
    .max(2000),
  arrivals: z
    .array(
      z.strictObject({
        at: seconds,
        team: name,
        topic: name.nullable().default(null),
        requester: name.optional(),
        needs: needs.default([]),
        language: z.string().max(35).nullable().default(null),
        impact: pressure.default('low'),
        urgency: pressure.default('medium'),
        vip: z.boolean().default(false),
        knows: z
          .strictObject({ agent: name, why: z.enum(['named', 'last']) })
          .nullable()
          .default(null),
        patience: seconds.nullable().default(null),
        turns: z.array(seconds).min(1).max(10_000),
        wrapUp: seconds.default(0),
      }),
    )
    .max(200_000),
  answering: z
    .strictObject({ seconds: z.number().min(0.001).max(600), missed: z.number().min(0).max(1), backAfterSeconds: seconds })
    .default(usualAnswering),
})
export type TrafficFile = z.input<typeof trafficFile>

/** Reads traffic that was written down; throws a sentence where it cannot be understood. */
export function trafficFrom(written: unknown, teams: readonly TeamAsSetUp[]): Traffic {
  const { error, data } = trafficFile.safeParse(written)
  if (error) throw new Error(sentence(error))
  const idOf = (team: string) => {
    const found = teams.find((one) => one.name.toLowerCase() === team.toLowerCase())
    if (!found) throw new Error(`The traffic is for a team called ${team}, which this desk does not have.`)
    return found.id
  }
  const { begins, agents, arrivals, answering } = data
  return {
    begins: Date.parse(begins),
    seconds: data.seconds,
    answering,
    helpers: agents.map(({ email, id, ...agent }) => ({
      ...agent,
      id: id ?? agent.name,
      ...(email !== undefined && { email: email.toLowerCase() }),
      teams: agent.teams.map(idOf),
    })),
    arrivals: arrivals.map(({ requester = '', ...one }, nth) => ({
      ...one,
      requester: requester || `requester ${nth + 1}`,
      team: idOf(one.team),
    })),
  }
}

/** The same, to be kept: names instead of ids. */
export function writtenDown(
  { begins, seconds: length, helpers, arrivals, answering }: Traffic,
  teams: readonly TeamAsSetUp[],
): TrafficFile {
  const nameOf = (id: string) => teams.find((team) => team.id === id)?.name ?? id
  return {
    version: 1,
    begins: new Date(begins).toISOString(),
    seconds: length,
    answering,
    agents: helpers.map((helper) => ({ ...helper, teams: helper.teams.map(nameOf) })),
    arrivals: arrivals.map((one) => ({ ...one, team: nameOf(one.team) })),
  }
}

function sentence(error: z.ZodError): string {
  const [issue] = error.issues
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : ''
  return `This is not traffic that can be replayed${where}: ${issue?.message ?? 'it cannot be understood'}.`
}
