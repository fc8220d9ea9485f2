import type { FastifyRequest } from 'fastify'

/** The token of a visit that a request shows, or null. */
export const bearerOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string | null =>
  /^Bearer ([\w-]{43})$/i.exec(headers.authorization ?? '')?.[1] ?? null
