import { theClock } from '../shared/people.ts'
import { Refused } from '../shared/refusal.ts'
import type { Attendance } from './desk/line/attendance.ts'
import type { Line } from './desk/line/line.ts'
import type { Overflow } from './desk/line/overflowing.ts'
import type { Presence } from './desk/line/presence-ports.ts'
import type { Change, Directory, Step } from './desk/ports.ts'
import type { Reckoning } from './desk/reckoning.ts'

export interface ClockworkPorts {
  presence: Presence
  attendance: Attendance
  line: Line
  overflow: Overflow
  conversations: { change(step: Step): Promise<Change> }
  dues: Dues
  reckoning: Reckoning
  directory(): Directory
  refreshDirectory(): Promise<void>
  /** What else is to be done now and then. */
  extraWheels?: Wheel[]
  /** By then every wheel has turned for the first time: a process that is started anew each night turns its slowest ones, too. */
  firstTurnMs?: number
  /** Told what went wrong, and with which of its wheels. */
  onBug(error: unknown, wheel: string): void
}

/** Something that is done again and again, with so many milliseconds in between. */
export interface Wheel {
  name: string
  everyMs: number
  turn(): Promise<unknown>
}

/** Conversations that the clock must look at, each in one clock's hands at a time. */
export interface Dues {
  claim(count: number): Promise<string[]>
  done(conversations: string[]): Promise<void>
  /** These were not due after all: reckons anew when they are, since settings may have changed. */
  reckon(conversations: string[]): Promise<void>
}

export type Clockwork = ReturnType<typeof createClockwork>

/** Few enough that nobody who talks waits for them: each record that is logged is put through a hash. */
const claimedAtOnce = 25

/**
 * What happens by itself. Every process has one; whatever fires is an idempotent act or a claimed row, so that it happens
 * once however many there are. A wheel that fails turns again, and stops no other.
 */
export function createClockwork({
  presence,
  attendance,
  line,
  overflow,
  conversations,
  dues,
  reckoning,
  directory,
  refreshDirectory,
  extraWheels = [],
  firstTurnMs = 300_000,
  onBug,
}: ClockworkPorts) {
  /** Carries out what is due by now. What could not be done stays claimed for a while, so that it holds up nothing else. */
  async function fire() {
    for (;;) {
      const claimed = await dues.claim(claimedAtOnce)
      const ticked = await Promise.all(claimed.map(tick))
      await dues.done(claimed.filter((_, index) => ticked[index] === 'done'))
      await reckon(claimed.filter((_, index) => ticked[index] === 'nothing'))
      if (claimed.length < claimedAtOnce) return
    }
  }

  /** By the settings of this moment: those that this process had in mind may be why nothing came of it. */
  async function reckon(conversations: string[]) {
    if (conversations.length === 0) return
    await refreshDirectory()
    await dues.reckon(conversations)
  }

  async function tick(conversation: string): Promise<'done' | 'nothing' | 'failed'> {
    try {
      const { entries } = await conversations.change({ conversation, who: theClock, act: { kind: 'tick' }, id: null })
      return entries.length > 0 ? 'done' : 'nothing'
    } catch (error) {
      // Who is refused met somebody who changed it in the same moment: it is due anew, or not at all.
      if (error instanceof Refused) return 'nothing'
      onBug(error, 'tick')
      return 'failed'
    }
  }

  const wheels = [
    wheel('presence', 5_000, () => presence.renew()),
    wheel('dues', 500, fire),
    wheel('attendance', 2_000, () => attendance.look(directory().settings.graceSeconds)),
    wheel('directory', 3_000, refreshDirectory),
    wheel('reckoning', 3_000, () => reckoning.look()),
    wheel('overflow', 2_000, () => overflow.turn()),
    wheel('line', 5_000, () => line.tick()),
    wheel('redis', 1_000, () => line.watch()),
    ...extraWheels.map(({ name, everyMs, turn }) => wheel(name, everyMs, turn)),
  ]

  function wheel(name: string, everyMs: number, turn: () => Promise<unknown>) {
    let timer: NodeJS.Timeout | undefined
    let turning: Promise<void> = Promise.resolve()
    let stopped = false
    const once = () => turn().catch((error: unknown) => onBug(error, name))
    const next = () => {
      turning = once().then(() => {
        if (!stopped) timer = setTimeout(next, everyMs)
      })
    }
    return {
      once,
      begin() {
        timer = setTimeout(next, Math.min(everyMs, firstTurnMs))
      },
      async stop() {
        stopped = true
        clearTimeout(timer)
        await turning
      },
    }
  }

  return {
    /** Says that this process lives, reads what it must know, and sets everything in motion. */
    async start() {
      await presence.renew()
      await refreshDirectory()
      line.rebuild()
      for (const one of wheels) one.begin()
    },

    /** Turns every wheel once, now. */
    async turn() {
      for (const one of wheels) await one.once()
    },

    /** Stops, and waits for what runs. */
    async stop() {
      await Promise.all(wheels.map((one) => one.stop()))
    },
  }
}
