import { randomUUID } from 'node:crypto'
import type { FastLine, Part, Proposal } from '../desk/line/line-ports.ts'
import type { Redis } from './connection.ts'
import { hearNudges, nudges } from './nudges.ts'
import { createPatience } from './patience.ts'
import { script } from './script.ts'

const scripts = {
  put: script('put'),
  claim: script('claim'),
  heads: script('heads'),
  propose: script('propose'),
  release: script('release'),
  restore: script('restore'),
  settle: script('settle'),
  unlease: script('unlease'),
}

// One hash tag: on a cluster, keys that meet in one script must live together.
const line = (team: string) => `{firstline}:line:${team}`
const open = (team: string) => `{firstline}:open:${team}`
const leaseOf = (team: string) => `{firstline}:lease:${team}`
const teams = '{firstline}:teams'
const proposals = '{firstline}:proposals'
const places = '{firstline}:places'
const epoch = '{firstline}:epoch'

const kinds = (team: string) => `{firstline}:kinds:${team}`
const opened = (team: string) => `{firstline}:opened:${team}`
const among = (team: string, kind: string) => (kind === '' ? open(team) : `${open(team)}/${kind}`)

const aTeams = (team: string) => [line(team), open(team), proposals, places, kinds(team)]

/**
 * The waiting line in Redis. `line` holds all that wait in a team by their turn, `open` those of them that nobody is
 * being asked about, those of each kind by themselves; `kinds` who is of which, but for the plain ones; `opened` among which
 * somebody may be open; `proposals` the pairs, `places` how many of an agent's places are proposed.
 */
export function createFastLine(redis: Redis): FastLine {
  const patience = createPatience()
  const teach = () => {
    for (const one of Object.values(scripts)) one.teach(redis)
  }
  if (redis.isReady) teach()
  redis.on('ready', teach)
  const ask = <T>(command: () => Promise<T>) => (redis.isReady ? patience.with(command) : Promise.reject(new Error('Redis is away')))

  return {
    isUp: () => redis.isReady && patience.isLeft(),

    async put(team, conversation, turn, kind = '') {
      const keys = [line(team), open(team), proposals, teams, kinds(team), opened(team)]
      await ask(() => scripts.put.run(redis, keys, [conversation, turn, team, kind]))
    },
    async settle(team, conversation) {
      await ask(() => scripts.settle.run(redis, aTeams(team), [conversation, team]))
    },
    async claim(team, count, token, milliseconds) {
      const keys = [open(team), epoch, leaseOf(team), opened(team)]
      const found = await ask(() => scripts.claim.run(redis, keys, [count, token, milliseconds]))
      if (found === 'held') return 'held'
      return Array.isArray(found) ? found.map(partOf) : null
    },
    async heads(team, skip, count, kind = '') {
      const found = await ask(() => scripts.heads.run(redis, [among(team, kind), epoch], [skip, count]))
      return Array.isArray(found) ? found.map(String) : null
    },
    async propose({ team, conversation, agent, offer, room, till }) {
      const values = [conversation, agent, offer, room, till, team]
      return (await ask(() => scripts.propose.run(redis, [open(team), proposals, places, kinds(team)], values))) === 1
    },
    async restore({ team, conversation, agent, offer, till, turn, kind = '' }) {
      const values = [conversation, agent, offer, till, team, turn, kind]
      await ask(() => scripts.restore.run(redis, [...aTeams(team), teams], values))
    },
    async release(team, conversation, offer) {
      return (await ask(() => scripts.release.run(redis, [...aTeams(team), opened(team)], [conversation, offer]))) === 1
    },
    before: (team, conversation) => ask(() => redis.zRank(line(team), conversation)),
    first: (team, count) => ask(() => redis.zRange(line(team), 0, count - 1)),
    count: (team) => ask(() => redis.zCard(line(team))),
    async all(team) {
      const found = await ask(() => redis.zRangeWithScores(line(team), 0, -1))
      return new Map(found.map(({ value, score }) => [value, score]))
    },
    async kinds(team) {
      return new Map(Object.entries(await ask(() => redis.hGetAll(kinds(team)))))
    },
    async proposals() {
      const found = await ask(() => redis.hGetAll(proposals))
      return new Map(Object.entries(found).map(([conversation, text]) => [conversation, proposalIn(text)]))
    },
    teams: () => ask(() => redis.sMembers(teams)),
    async unlease(team, token) {
      await ask(() => scripts.unlease.run(redis, [leaseOf(team)], [token]))
    },
    isWhole: async () => (await ask(() => redis.exists(epoch))) === 1,
    async madeWhole() {
      await ask(() => redis.set(epoch, randomUUID()))
    },
    async nudge() {
      await ask(() => redis.publish(nudges, ''))
    },
    hear: (heard) => hearNudges(redis, heard),
  }
}

/** A list that ends with the name of its kind. */
function partOf(found: unknown): Part {
  const list = Array.isArray(found) ? found.map(String) : []
  return { kind: list.at(-1) ?? '', ids: list.slice(0, -1) }
}

function proposalIn(text: string): Proposal {
  const [offer = '', agent = '', till = '', team = ''] = text.split(' ')
  return { offer, agent, team, till: Number(till) }
}
