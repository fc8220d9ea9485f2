import { randomUUID } from 'node:crypto'
import { type FastifyBaseLogger, type FastifyServerOptions, LogController, type RawServerDefault } from 'fastify'
import type { Config } from '../config.ts'
import { trusts } from '../desk/proxies.ts'
import { frameworkErrors } from './errors.ts'

/** How much and for how long this server listens to anybody. */
export function serverOptions({ TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>, log: FastifyBaseLogger) {
  return {
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
    // The first line and headers within ten seconds; all of a file within ten minutes, and `hurry` looks after all others.
    requestTimeout: 600_000,
    connectionTimeout: 60_000,
    // Longer than the minute after which balancers let go, so that they never reuse what we are just closing.
    keepAliveTimeout: 65_000,
    http: { maxHeaderSize: 16 * 1024, headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: TRUST_PROXY === false ? false : (address: string, hop: number) => trusts(TRUST_PROXY, address, hop),
    frameworkErrors,
  } satisfies FastifyServerOptions<RawServerDefault, FastifyBaseLogger> & { http: object }
}
