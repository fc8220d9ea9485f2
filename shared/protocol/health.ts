import { z } from 'zod'
import type { Finding } from '../doctor.ts'

/** What administrators ask about how the house itself is. */
export const healthQuestions = {
  /** Looks at the engines, the clocks, the way in, the disk and the line, as `npm run doctor` does. Takes some seconds. */
  'health:examine': z.strictObject({}),
}

export interface HealthAnswers {
  'health:examine': { findings: Finding[]; at: string }
}
