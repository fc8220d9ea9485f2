import helmet from '@fastify/helmet'
import type { FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

/** What every answer says to browsers, unless a page knows better: load nothing, frame nothing, guess nothing, keep nothing. */
export const headers = fp(
  async (app, { publicUrl }: { publicUrl: string | undefined }) => {
    await app.register(helmet, {
      contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
      crossOriginEmbedderPolicy: false,
      frameguard: { action: 'deny' },
      // Plain HTTP pages of our own are known by their referrer.
      referrerPolicy: { policy: 'same-origin' },
      strictTransportSecurity: false,
    })
    app.addHook('onRequest', async (request, reply) => {
      reply.header('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
      if (isEncrypted(request, publicUrl)) reply.header('strict-transport-security', 'max-age=31536000')
    })
    app.addHook('onSend', async (_request, reply) => {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
    })
  },
  { name: 'headers' },
)

const isEncrypted = ({ protocol }: FastifyRequest, publicUrl: string | undefined) =>
  publicUrl ? publicUrl.startsWith('https:') : protocol === 'https'
