import type { Helping, Requesting } from '../../../shared/people.ts'
import { theClock } from '../../../shared/people.ts'
import { internalRoom } from '../rooms.ts'
import type { Line } from './line.ts'
import type { LinePorts } from './line-ports.ts'
import type { Presence } from './presence-ports.ts'

interface AttendancePorts extends Pick<LinePorts, 'conversations' | 'rows' | 'announce' | 'refreshDirectory' | 'onBug'> {
  presence: Presence
  line: Line
}

export type Attendance = ReturnType<typeof createAttendance>

/** Who comes and goes, and what follows from it. */
export function createAttendance({ presence, line, conversations, rows, announce, refreshDirectory, onBug }: AttendancePorts) {
  async function tellPresence(requester: string, present: boolean) {
    for (const { conversation, absent } of await rows.openOf(requester)) {
      announce.tell(internalRoom(conversation), 'requester:presence', { conversation, present })
      // His absence is written down only after a moment, by the clock; that he is back, at once.
      if (present && absent) await written(conversation, { kind: 'present' })
    }
  }

  /** Somebody went with the process that held him: an agent or a requester. */
  async function tellGone(person: string) {
    await tellPresence(person, false)
    line.stirred(person)
  }

  /** Each on its own: one that fails does not keep the others. What is out of reach now is done by the next look. */
  async function written(conversation: string, act: Parameters<LinePorts['conversations']['change']>[0]['act']) {
    try {
      await conversations.change({ conversation, who: theClock, act, id: null })
    } catch (error) {
      onBug(error, act.kind)
    }
  }

  async function release(agent: string, why: 'gone' | 'disabled') {
    const held = await rows.heldBy(agent)
    await Promise.all(held.map(({ conversation }) => written(conversation, { kind: 'lose', agent, why })))
    line.stirred(agent)
  }

  return {
    async arrived(connection: string, who: Requesting | Helping) {
      const { back } = await presence.arrive(connection, who)
      if (who.kind === 'requester') {
        if (back) await tellPresence(who.id, true)
        return
      }
      await refreshDirectory()
      line.stirred(who.id)
    },

    async left(connection: string, who: Requesting | Helping) {
      const { gone } = await presence.leave(connection, who)
      if (!gone) return
      if (who.kind === 'requester') return tellPresence(who.id, false)
      await refreshDirectory()
      line.stirred(who.id)
    },

    /** Gives all that an agent owns and all that rings for him back to the line, at its original age. */
    releaseAgent: release,

    /** Looks who is gone for too long: agents lose what they have, waiting requesters are marked as absent. */
    async look(graceSeconds: number) {
      for (const person of await presence.sweep()) await tellGone(person)
      for (const agent of await presence.goneAgents(graceSeconds)) await release(agent, 'gone')
      for (const agent of await presence.disabledAgents()) await release(agent, 'disabled')
      const absentees = await presence.absentees(absentAfterSeconds)
      await Promise.all(absentees.map(({ conversation, absent }) => written(conversation, { kind: absent ? 'absent' : 'present' })))
    },
  }
}

/** Going from one page of the intranet to the next is no absence. */
const absentAfterSeconds = 10
