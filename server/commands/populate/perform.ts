import type { Visitor } from '../actors/visitor.ts'
import type { Arrival } from './calendar.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import { leavesAMessage, leavesTheLine, type Play, solvedInTheChat } from './scenes.ts'
import type { Stage } from './stage.ts'
import { deskStories } from './stories-desk.ts'
import { tierStories } from './stories-tiers.ts'
import type { Story } from './story.ts'

interface Performance {
  stage: Stage
  cast: Cast
  chance: Chance
  plan: Arrival[]
  end: Date
  say(line: string): void
}

/** Lets everything happen in its order, one contact after the other, and says how far it is. */
export async function perform({ stage, cast, chance, plan, end, say }: Performance) {
  const done = { solved: 0, left: 0, messages: 0 }
  const scenes: { at: Date; scene: () => Promise<void> }[] = []
  const later: Play['later'] = (at, scene) => {
    scenes.push({ at, scene })
    scenes.sort((one, other) => one.at.getTime() - other.at.getTime())
  }
  const play: Play = { stage, cast, chance, later }

  async function contact(kind: Arrival['kind']) {
    const [story, rita] = [storyFor(chance), freeVisitor(cast, chance)]
    if (kind === 'out-of-hours') {
      done.messages++
      await leavesAMessage(play, story, rita)
    } else if (chance.happens(7)) {
      done.left++
      await leavesTheLine(play, story, rita)
    } else {
      done.solved++
      await solvedInTheChat(play, story, rita)
    }
    const all = done.solved + done.left + done.messages
    if (all % 50 === 0) say(`${all} of ${plan.length} contacts; it is ${dateOf(stage.now())} on the desk`)
  }

  for (const { at, kind } of plan) later(at, () => contact(kind))
  for (const minutes of [170, 95, 40]) later(new Date(end.getTime() - minutes * 60_000), () => contact('out-of-hours'))
  const everybody = cast.agents.map(({ id }) => id)
  for (let next = scenes.shift(); next; next = scenes.shift()) {
    // What comes after today has not happened yet.
    if (next.at > end) break
    await stage.keepsSignedIn(everybody, next.at)
    stage.passUntil(next.at)
    await next.scene()
  }
  await stage.keepsSignedIn(everybody, end)
  stage.passUntil(end)
  await stage.settles()
  return done
}

const stories = [...deskStories, ...deskStories, ...tierStories]

/** Widespread trouble is rare. */
function storyFor(chance: Chance): Story {
  const story = chance.oneOf(stories)
  return story.impact === 'high' && chance.happens(70) ? chance.oneOf(deskStories) : story
}

const freeVisitor = ({ visitors }: Cast, chance: Chance): Visitor => chance.oneOf(visitors)

const dateOf = (at: Date) => at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long' })
