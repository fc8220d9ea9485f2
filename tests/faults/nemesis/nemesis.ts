import { until } from '../../support/until.ts'
import { type Fault, inWords } from './plan.ts'
import { strike, type Targets } from './strike.ts'

export interface Struck {
  fault: Fault
  /** How long it took until all was served again, counted from its mending. */
  backAfterSeconds: number
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** Lets one thing after the other go wrong while there is time, and mends each before the next; in the end everything is mended. */
export async function nemesis(plan: Iterator<Fault, never>, targets: Targets, isOver: () => boolean, say: (line: string) => void) {
  const struck: Struck[] = []
  while (!isOver()) {
    const fault = plan.next().value
    say(inWords(fault))
    const mend = await strike(fault, targets)
    await pause(fault.seconds)
    await mend()
    const mended = Date.now()
    await until(`all is served again after: ${inWords(fault)}`, () => isServed(targets))
    struck.push({ fault, backAfterSeconds: (Date.now() - mended) / 1000 })
    await pause(fault.calmSeconds)
  }
  return struck
}

/** Whether every process says that it is ready; one that ended by itself never does. */
export async function isServed({ desks }: Targets) {
  const ready = await Promise.all(desks.map((desk) => desk.isRunning() && desk.answers('/health/ready', 200)))
  return !ready.includes(false)
}

/** How soon everything must be served again after a fault was mended. */
export const backWithinSeconds = 20

/** Whatever was mended was served again in time. */
export const backInTime = (struck: Struck[]): string[] =>
  struck
    .filter(({ backAfterSeconds }) => backAfterSeconds > backWithinSeconds)
    .map(({ fault, backAfterSeconds }) => `after ${inWords(fault)}, it took ${backAfterSeconds.toFixed(1)} s until all was served again`)
