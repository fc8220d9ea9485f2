import type { IncomingMessage } from 'node:http'
import fp from 'fastify-plugin'

/**
 * Whoever sends anything but a file has fifteen seconds for it: a slow sender holds a connection no longer. Asked of the
 * server itself, before anything else that listens there, so that it holds for the polling of sockets, too.
 */
export const hurry = fp(
  async (app, { patience = 15_000 }: { patience?: number }) => {
    const watch = (request: IncomingMessage) => {
      const { 'content-length': length, 'transfer-encoding': coding } = request.headers
      if ((length === undefined && coding === undefined) || isFile(request)) return
      const timer = setTimeout(() => request.destroy(), patience)
      const isThere = () => clearTimeout(timer)
      request.once('end', isThere).once('close', isThere)
    }
    app.addHook('onReady', async () => void app.server.prependListener('request', watch))
  },
  { name: 'hurry' },
)

const isFile = ({ method, url = '' }: IncomingMessage) => method === 'PUT' && /^\/api\/conversations\/[\w-]{36}\/files\//.test(url)
