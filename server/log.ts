import { types } from 'node:util'
import { type DestinationStream, type Logger, pino } from 'pino'

/** One line of JSON for each thing that happened. What people wrote, tokens and passwords never get in. */
export function createLog(level: string, to?: DestinationStream): Logger {
  const options = { level, base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: bug }, redact }
  return to ? pino(options, to) : pino(options)
}

const secret = ['token', 'password', 'identity', 'visit', 'authorization', 'cookie', 'secret', 'text', 'body', 'email']
const redact = { paths: secret.flatMap((name) => [name, `*.${name}`]), censor: '[kept out]' }

/** What may be told of an error. The database quotes values in its messages and details: of those only the code is kept. */
function bug(error: unknown): object {
  if (!types.isNativeError(error)) return { type: typeof error }
  const code = 'code' in error ? error.code : undefined
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at '))
  const cause = error.cause === undefined ? undefined : bug(error.cause)
  return { type: error.name, code, message: 'severity' in error ? undefined : error.message, stack: frames, cause }
}
