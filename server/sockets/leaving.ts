import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * While a process leaves, newcomers are told so in the way that balancers understand: 503 to a request, a closed line to
 * a WebSocket. Either goes on to the next process. Those who are inside still finish here.
 */
export function sendNewcomersOn(isLeaving: () => boolean) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (!isLeaving() || isInside(request)) return next()
    response.writeHead(503, { 'retry-after': '1' })
    response.end()
  }
}

const isInside = ({ url = '' }: IncomingMessage) => new URLSearchParams(url.split('?')[1]).has('sid')
