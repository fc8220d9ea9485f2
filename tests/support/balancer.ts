import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Balancer = Awaited<ReturnType<typeof aBalancer>>

/** One address for several desks: each new line goes to one that says it is ready, as behind any balancer. */
export async function aBalancer(ports: number[]) {
  const open = new Set<Socket>()
  let turn = 0

  const listener = createServer((client) => {
    client.pause()
    keep(client)
    void firstReady(ports.map((_, index) => ports[(turn + index) % ports.length] ?? 0)).then((port) => {
      turn++
      if (port === null) return client.destroy()
      const server = connect({ host: '127.0.0.1', port })
      keep(server)
      client.pipe(server).pipe(client)
      client.on('close', () => server.destroy())
      server.on('close', () => client.destroy())
    })
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()

  function keep(socket: Socket) {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
  }

  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    async end() {
      for (const socket of open) socket.destroy()
      listener.close()
      await once(listener, 'close')
    },
  }
}

async function firstReady(ports: number[]): Promise<number | null> {
  for (const port of ports) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
    await answer?.arrayBuffer().catch(() => undefined)
    if (answer?.ok) return port
  }
  return null
}
