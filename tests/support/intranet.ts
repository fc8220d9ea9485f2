import { once } from 'node:events'
import { createServer } from 'node:http'

/** An intranet of its own origin with the help desk's one line on its page. */
export async function anIntranet(desk: string, { lang = 'en', says = '' } = {}) {
  const server = createServer((_request, response) => {
    const line = `<script async src="${desk}/widget.js" ${says}></script>`
    response.setHeader('content-type', 'text/html')
    response.setHeader('content-security-policy', `default-src 'none'; script-src ${desk}; frame-src ${desk}`)
    response.end(`<!doctype html><html lang="${lang}"><title>Elsewhere</title>${line}<h1>Elsewhere</h1>`)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}
