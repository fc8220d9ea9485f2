import type { FastLine, Part, Proposal } from '../../server/desk/line/line-ports.ts'

type Turns = Map<string, number>

/** A fast line on paper, with the promises of the one in Redis, which forgets everything when it is told to. */
export function aPaperLine() {
  const forgotten = () => ({
    whole: false,
    line: new Map<string, Turns>(),
    kinds: new Map<string, string>(),
    proposals: new Map<string, Proposal>(),
    places: new Map<string, number>(),
  })
  let has = forgotten()
  const lineOf = (team: string): Turns => has.line.get(team) ?? has.line.set(team, new Map()).get(team) ?? new Map()
  const kindOf = (conversation: string) => has.kinds.get(conversation) ?? ''
  const take = (agent: string, count: number) => has.places.set(agent, (has.places.get(agent) ?? 0) + count)
  const openIn = (team: string, kind: string) =>
    [...lineOf(team)]
      .filter(([conversation]) => !has.proposals.has(conversation) && kindOf(conversation) === kind)
      .sort(([one, turn], [other, next]) => turn - next || (one < other ? -1 : 1))
      .map(([conversation]) => conversation)
  const drop = (conversation: string) => {
    const known = has.proposals.get(conversation)
    if (known && has.proposals.delete(conversation)) take(known.agent, -1)
  }

  const fast: Omit<FastLine, 'before' | 'first' | 'nudge' | 'hear'> = {
    isUp: () => true,
    async put(team, conversation, turn, kind = '') {
      lineOf(team).set(conversation, turn)
      has.kinds.set(conversation, kind)
    },
    async settle(team, conversation) {
      lineOf(team).delete(conversation)
      if (has.proposals.get(conversation)?.team === team) drop(conversation)
    },
    async claim(team, count) {
      if (!has.whole) return null
      const kinds = new Set([...lineOf(team).keys()].map(kindOf))
      const parts = [...kinds].map((kind): Part => ({ kind, ids: openIn(team, kind).slice(0, count) }))
      return parts.filter(({ ids }) => ids.length > 0)
    },
    heads: async (team, skip, count, kind = '') => (has.whole ? openIn(team, kind).slice(skip, skip + count) : null),
    async propose({ team, conversation, agent, offer, room, till }) {
      const known = has.proposals.get(conversation)
      if (known) return known.offer === offer
      if ((has.places.get(agent) ?? 0) >= room || !lineOf(team).has(conversation)) return false
      has.proposals.set(conversation, { team, agent, offer, till })
      take(agent, 1)
      return true
    },
    async restore({ team, conversation, agent, offer, till, turn, kind = '' }) {
      lineOf(team).set(conversation, turn)
      has.kinds.set(conversation, kind)
      drop(conversation)
      has.proposals.set(conversation, { team, agent, offer, till })
      take(agent, 1)
    },
    async release(_, conversation, offer) {
      if (has.proposals.get(conversation)?.offer !== offer) return false
      drop(conversation)
      return true
    },
    count: async (team) => lineOf(team).size,
    all: async (team) => new Map(lineOf(team)),
    kinds: async () => new Map([...has.kinds].filter(([, kind]) => kind !== '')),
    proposals: async () => new Map(has.proposals),
    teams: async () => [...has.line.keys()],
    unlease: async () => {},
    isWhole: async () => has.whole,
    async madeWhole() {
      has.whole = true
    },
  }
  return {
    fast,
    /** It remembers nothing, as after a flush. */
    forget() {
      has = forgotten()
    },
  }
}
