import type { Finding } from '../../shared/doctor.ts'
import type { HealthAnswers } from '../../shared/protocol/health.ts'
import { agentWith } from '../desk/access.ts'
import type { Handlers } from './handlers.ts'

export interface HealthPorts {
  examine(): Promise<Finding[]>
  now(): Date
}

/** What administrators ask about how the house itself is. Whoever asks while one runs shares it, so that many cost no more than one. */
export function healthHandlers({ examine, now }: HealthPorts): Handlers<keyof HealthAnswers> {
  let underway: Promise<Finding[]> | null = null
  return {
    async 'health:examine'({ who }) {
      agentWith(who, 'desk', 'manage')
      underway ??= examine().finally(() => {
        underway = null
      })
      return { findings: await underway, at: now().toISOString() }
    },
  }
}
