import { until } from '../../support/until.ts'
import { inWords, type Trouble } from './plan.ts'
import { type Mend, strike, type Targets } from './strike.ts'

export interface Struck {
  trouble: Trouble
  /** How long it took until all was served again, counted from its mending. */
  backAfterSeconds: number
}

/** So many people must have been answered before it counts that the desk is back. */
const fewAnswers = 5
const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Lets one thing after the other go wrong while there is time, and mends each before the next; in the end everything is mended. */
export async function nemesis(
  plan: Iterator<Trouble, never>,
  targets: Targets,
  struck: Struck[],
  isOver: () => boolean,
  say: (line: string) => void,
): Promise<void> {
  while (!isOver()) {
    const trouble = plan.next().value
    say(inWords(trouble))
    const mends: Mend[] = []
    for (const fault of trouble.faults) mends.push(await strike(fault, targets))
    await pause(trouble.seconds)
    // A process needs its engines to begin.
    for (const mend of mends.sort((one, other) => Number(one.needsAll) - Number(other.needsAll))) await mend.now()
    const mended = Date.now()
    const answered = targets.answered()
    const isServed = async () => (await areReady(targets)) && targets.answered() >= answered + fewAnswers
    await until(`all is served again after: ${inWords(trouble)}`, isServed)
    struck.push({ trouble, backAfterSeconds: (Date.now() - mended) / 1000 })
    await pause(trouble.calmSeconds)
  }
}

/** Whether every process says that it is ready; one that ended by itself never does. */
async function areReady({ desks }: Targets) {
  const ready = await Promise.all(desks.map((desk) => desk.isRunning() && desk.answers('/health/ready', 200)))
  return !ready.includes(false)
}

/** How soon everything must be served again after a fault was mended. */
const backWithinSeconds = 20

/** Whatever was mended was served again in time. */
export const backInTime = (struck: Struck[]): string[] =>
  struck
    .filter(({ backAfterSeconds }) => backAfterSeconds > backWithinSeconds)
    .map(
      ({ trouble, backAfterSeconds }) => `after ${inWords(trouble)}, it took ${backAfterSeconds.toFixed(1)} s until all was served again`,
    )
