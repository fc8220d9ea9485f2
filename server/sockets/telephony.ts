import type { TelephonyAnswers } from '../../shared/protocol/telephony.ts'
import { agentWith } from '../desk/access.ts'
import type { TelephoneDesk, TelephonyKept } from '../desk/telephony.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface TelephonyHandlerPorts {
  kept: TelephonyKept
  telephones: TelephoneDesk
  now(): Date
}

/** The telephone system, and who is calling. */
export const telephonyHandlers = ({ kept, telephones, now }: TelephonyHandlerPorts): Handlers<keyof TelephonyAnswers> => ({
  async 'telephony:read'({ who }) {
    agentWith(who, 'desk', 'manage')
    return kept.read()
  },
  async 'telephony:save'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    return kept.save(byOf(caller, now()), wanted)
  },
  'calls:ringing': async ({ who }) => ({ calls: await telephones.ringing(agentWith(who, 'calls', 'log').id) }),
  async 'calls:let-go'({ who }, { call, logged = false }) {
    await telephones.letGo(agentWith(who, 'calls', 'log'), call, logged)
    return null
  },
})
