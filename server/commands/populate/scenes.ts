import { Refused } from '../../../shared/refusal.ts'
import type { AgentActor } from '../actors/agent.ts'
import type { Visitor } from '../actors/visitor.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Stage } from './stage.ts'
import { firstNameOf, type Line, type Story, tell } from './story.ts'

/** What a scene needs: the desk and its clock, the people, and chance. */
export interface Play {
  stage: Stage
  cast: Cast
  chance: Chance
  /** Lets something happen at that moment, after what comes before it. */
  later(at: Date, scene: () => Promise<void>): void
}

/** A chat that ends in a solution; now and then it is over and comes back the next day. */
export async function solvedInTheChat(play: Play, story: Story, rita: Visitor) {
  const { stage, chance } = play
  const preview = tell(story, rita.name, chance)
  const conversation = await rita.asks(preview.opening, { topic: play.cast.topicId(story.topic) })
  const ada = await someoneAccepts(play, conversation, play.cast.teamFor(story.topic))
  const last = await talk(play, conversation, { rita, ada, lines: preview.lines })
  await wrapUp(play, conversation, story, { agent: last, resolution: preview.resolution, subject: preview.subject, rita })
  if (chance.happens(5)) play.later(hoursAfter(stage.now(), chance.between(18, 30)), () => comesBack(play, conversation, story, rita))
}

/** Nobody answers fast enough, and the requester goes. */
export async function leavesTheLine({ stage, cast, chance }: Play, story: Story, rita: Visitor) {
  const conversation = await rita.asks(tell(story, rita.name, chance).opening, {
    topic: cast.topicId(story.topic),
  })
  stage.pass(chance.between(8, 24))
  if (chance.happens(50))
    await rita.says(conversation, chance.oneOf(['Hello?', 'Never mind, I call instead.', 'I have to go into a meeting']))
  await rita.does(conversation, { kind: 'leave' })
}

/** A message out of hours; the next working day somebody answers it, unless it is still to be done. */
export async function leavesAMessage(play: Play, story: Story, rita: Visitor) {
  const { stage, chance, cast } = play
  const telling = tell(story, rita.name, chance)
  const conversation = await rita.asks(telling.opening, { topic: cast.topicId(story.topic), entrance: 'message' })
  const answeredAt = nextMorning(stage.now(), chance)
  play.later(answeredAt, async () => {
    const ada = chance.oneOf(cast.teamOf(cast.teamFor(story.topic)))
    await ada.takes(conversation)
    await ada.says(conversation, `Good morning ${firstNameOf(rita.name)}, sorry that nobody was here. I am looking at it now.`)
    const last = await talk(play, conversation, { rita, ada, lines: telling.lines })
    await wrapUp(play, conversation, story, { agent: last, resolution: telling.resolution, subject: telling.subject, rita })
  })
}

async function comesBack(play: Play, conversation: string, story: Story, rita: Visitor) {
  const { chance } = play
  try {
    await rita.does(conversation, { kind: 'reopen' })
  } catch (refused) {
    // He asked about something else meanwhile: one open chat at a time.
    if (refused instanceof Refused) return
    throw refused
  }
  const snapshot = await rita.ask('conversation:open', { conversation })
  const owner = snapshot.audience === 'requester' ? snapshot.state.agent?.id : undefined
  const ada = play.cast.agents.find(({ id }) => id === owner) ?? (await someoneAccepts(play, conversation, play.cast.teamFor(story.topic)))
  await rita.says(conversation, chance.oneOf(['Sorry, it is back again.', 'It worked yesterday, today it does not any more.']))
  play.stage.pass(chance.between(30, 90))
  await ada.says(conversation, 'Thank you for coming back. I do it once more, and this time so that it stays.')
  play.stage.pass(chance.between(200, 900))
  await rita.says(conversation, 'Works again, thank you.')
  await wrapUp(play, conversation, story, { agent: ada, resolution: story.resolution, subject: undefined, rita, again: true })
}

/** Whoever it rings for takes it after a moment. */
async function someoneAccepts({ stage, cast, chance }: Play, conversation: string, team: string): Promise<AgentActor> {
  const offers = cast.teamOf(team).map(async (agent) => ({ agent, ringing: await agent.isOffered(conversation) }))
  const { agent, ringing } = await Promise.any(offers)
  stage.pass(chance.between(3, 22))
  await agent.accepts(ringing)
  return agent
}

interface Talk {
  rita: Visitor
  ada: AgentActor
  lines: Line[]
}

/** Says all lines with the pauses that people make; returns who helps at the end. */
async function talk(play: Play, conversation: string, { rita, ada, lines }: Talk): Promise<AgentActor> {
  const { stage, cast, chance } = play
  let agent = ada
  let last = 0
  for (const line of lines) {
    const text = line.text.replaceAll('{agent}', firstNameOf(ada.name))
    stage.pass(chance.between(8, 20) + Math.round(line.text.length / 4))
    switch (line.kind) {
      case 'asks':
        last = seqOf(await rita.says(conversation, text))
        break
      case 'answers':
        last = seqOf(await agent.says(conversation, text))
        break
      case 'notes':
        await agent.does(conversation, { kind: 'note', text })
        break
      case 'hands-over':
        await agent.does(conversation, { kind: 'transfer', to: { team: cast.teamId(line.team) }, comment: text })
        agent = await someoneAccepts(play, conversation, line.team)
        break
      case 'waits':
        stage.pass(line.minutes * 60)
    }
  }
  await Promise.all([rita, agent].map((person) => person.ask('conversation:mark', { conversation, seen: last })))
  return agent
}

const seqOf = ({ left }: { left: { lane: string; seq: number }[] }) => left.find(({ lane }) => lane === 'public')?.seq ?? 0

interface WrapUp {
  agent: AgentActor
  rita: Visitor
  resolution: string
  subject: string | undefined
  again?: boolean
}

async function wrapUp({ stage, chance }: Play, conversation: string, story: Story, { agent, rita, resolution, subject, again }: WrapUp) {
  const { category, impact, urgency, code } = story
  if (!again) await agent.does(conversation, { kind: 'classify', category, impact, urgency, ...(subject !== undefined && { subject }) })
  stage.pass(chance.between(5, 40))
  await (chance.happens(25) ? rita.does(conversation, { kind: 'end' }) : agent.ends(conversation))
  // Some forget their wrap-up, as people do.
  if (chance.happens(98)) {
    stage.pass(chance.between(10, 80))
    await agent.does(conversation, { kind: 'resolve', code, resolution })
  }
  if (!again && chance.happens(55))
    await rita.does(conversation, { kind: 'rate', stars: chance.oneOf([5, 5, 5, 5, 4, 4, 4, 3, 2]), comment: chance.oneOf(comments) })
}

const comments = [
  '',
  '',
  '',
  'Fast and friendly.',
  'Great help, thank you!',
  'Solved within minutes.',
  'Patient explanation.',
  'Had to wait a bit.',
]

const hoursAfter = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000)

/** Shortly after eight on the next day that is no weekend. */
function nextMorning(at: Date, chance: Chance) {
  const morning = new Date(at)
  do morning.setUTCDate(morning.getUTCDate() + 1)
  while (morning.getUTCDay() % 6 === 0)
  morning.setUTCHours(8, chance.between(10, 55), chance.between(0, 59), 0)
  return morning
}
