import type { Helping } from '../../shared/people.ts'
import type { IncomingCall, Telephony } from '../../shared/protocol/telephony.ts'
import type { Heard } from '../../shared/protocol.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Callers } from './calling.ts'
import type { By } from './people.ts'
import type { Announcer } from './ports.ts'
import { personRoom } from './rooms.ts'

/** How the telephone system is set up, with the key that it signs with. */
export interface TelephonyKept {
  read(): Promise<Telephony>
  save(by: By, wanted: Heard<'telephony:save'>): Promise<{ telephony: Telephony; secret: string | null }>
  /** Null while it is switched off. */
  secret(): Promise<string | null>
  /** Who is reached there: by an extension, or by his e-mail address. */
  agentAt(where: { extension?: string | undefined; agent?: string | undefined }): Promise<string | null>
}

/** Who is calling whom. */
export interface CallRows {
  /** Keeps it, once for each agent and each name that the telephone system gives it; null where it was known already. */
  keep(call: { call: string; id: string; agent: string; number: string; at: Date }): Promise<{ id: string } | null>
  ringing(agent: string, since: Date): Promise<{ id: string; number: string; at: string }[]>
  /** Where it rings no longer; nowhere if there is no such call of this agent. What is logged is over wherever it rang. */
  letGo(agent: string, id: string, isLogged: boolean, at: Date): Promise<{ id: string; agent: string }[]>
}

export interface TelephonyPorts {
  rows: CallRows
  kept: TelephonyKept
  callers: Pick<Callers, 'byPhone'>
  announce: Announcer
  now(): Date
  newId(): string
}

/** What the telephone system tells of a call. */
export interface CallTold {
  call: string
  number: string
  extension?: string | undefined
  agent?: string | undefined
}

export type TelephoneDesk = ReturnType<typeof createTelephoneDesk>

const rememberedMs = 15 * 60_000

/** Opens the card of whoever calls, at the agent whom he calls. */
export function createTelephoneDesk({ rows, kept, callers, announce, now, newId }: TelephonyPorts) {
  const withPeople = async ({ id, number, at }: Omit<IncomingCall, 'people'>): Promise<IncomingCall> => ({
    id,
    number,
    at,
    people: number ? await callers.byPhone(number) : [],
  })

  return {
    secret: kept.secret,

    /** The same call again opens nothing. */
    async comes({ call, number, ...where }: CallTold): Promise<void> {
      const agent = (await kept.agentAt(where)) ?? refuse('no-such-agent')
      const at = now()
      const came = await rows.keep({ call, id: newId(), agent, number, at })
      if (came) announce.tell(personRoom(agent), 'call:came', await withPeople({ id: came.id, number, at: at.toISOString() }))
    },

    async ringing(agent: string): Promise<IncomingCall[]> {
      return Promise.all((await rows.ringing(agent, new Date(now().getTime() - rememberedMs))).map(withPeople))
    },

    async letGo({ id: me, name }: Helping, call: string, isLogged: boolean): Promise<void> {
      const over = await rows.letGo(me, call, isLogged, now())
      if (over.length === 0) refuse('not-found')
      for (const { id, agent } of over) announce.tell(personRoom(agent), 'call:over', { call: id, by: agent === me ? null : name })
    },
  }
}
