import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Where something listens. */
export type Place = { host: string; port: number } | { path: string }

/** Whose words: those of who came through the proxy, or those of what lies behind it. */
export type Speaker = 'client' | 'server'

export type FaultyLine = Awaited<ReturnType<typeof aProxy>>

interface Pair {
  client: Socket
  server: Socket
  /** Whether bytes were lost: such a line can only be cut. */
  isBroken: boolean
  /** Whether the network has forgotten it: nothing passes any more, and nobody hears of that. */
  isForgotten: boolean
}

/** A TCP line between two parts that can be made to fail the way networks fail. */
export async function aProxy(first: Place) {
  let behind = first
  const pairs = new Set<Pair>()
  const held: (() => void)[] = []
  let closed = false
  let isHole = false
  let slowness = () => 0
  let bytesPerSecond = Number.POSITIVE_INFINITY
  const deaf = new Set<Speaker>()
  let budget: { speaker: Speaker; left: number; dropped(): void } | null = null

  const listener = createServer((client) => {
    if (closed) return void client.destroy()
    const server = connect(behind)
    const pair = { client, server, isBroken: false, isForgotten: false }
    pairs.add(pair)
    for (const socket of [client, server]) {
      socket.setNoDelay(true)
      socket.on('error', () => cutOne(pair))
      socket.on('close', () => cutOne(pair))
    }
    client.on('data', (bytes) => carry(pair, 'client', bytes))
    server.on('data', (bytes) => carry(pair, 'server', bytes))
  })
  listener.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no address')

  function carry(pair: Pair, speaker: Speaker, bytes: Buffer) {
    if (deaf.has(speaker) || pair.isForgotten) {
      pair.isBroken = true
      return
    }
    if (budget?.speaker === speaker) {
      budget.left -= bytes.length
      if (budget.left < 0) {
        const { dropped } = budget
        budget = null
        cutOne(pair)
        return dropped()
      }
    }
    const from = speaker === 'client' ? pair.client : pair.server
    const to = speaker === 'client' ? pair.server : pair.client
    if (isHole) {
      // Nothing is lost in a hole, and nothing arrives: the network keeps it for later.
      from.pause()
      held.push(() => {
        to.write(bytes)
        from.resume()
      })
      return
    }
    const lasts = slowness() + (bytes.length / bytesPerSecond) * 1000
    if (lasts === 0) return pass(from, to, bytes)
    from.pause()
    setTimeout(() => {
      to.write(bytes)
      from.resume()
    }, lasts)
  }

  /** Who reads slowly is written to slowly, as without a proxy. */
  function pass(from: Socket, to: Socket, bytes: Buffer) {
    if (to.write(bytes)) return
    from.pause()
    to.once('drain', () => from.resume())
  }

  function cutOne(pair: Pair) {
    pairs.delete(pair)
    pair.client.destroy()
    pair.server.destroy()
  }

  const cut = () => {
    for (const pair of [...pairs]) cutOne(pair)
  }

  return {
    host: '127.0.0.1',
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    /** From now on new lines go elsewhere. */
    leadTo(place: Place) {
      behind = place
    },
    /** How many lines stand now. */
    lines: () => pairs.size,
    /** Cuts every line; new ones may come. */
    cut,
    /** Cuts every line, and lets nobody through until it heals. */
    close() {
      closed = true
      cut()
    },
    /** Swallows everything both ways and tells nobody; new lines too. */
    blackHole() {
      isHole = true
    },
    /** Half-open: what one side says is lost, the other goes on. */
    dropWordsOf: (speaker: Speaker) => void deaf.add(speaker),
    /** The network forgets the lines that stand, and lets new ones through. */
    forget() {
      for (const pair of pairs) pair.isForgotten = true
    },
    /** Everything comes so much later, and each time by something more, if it is told how much. */
    delay(milliseconds: number, more = () => 0) {
      slowness = () => milliseconds + more()
    },
    throttle(perSecond: number) {
      bytesPerSecond = perSecond
    },
    /** Cuts the line that carries one of the next bytes too many. Resolves when it did. */
    cutAfter: (bytes: number, speaker: Speaker) =>
      new Promise<void>((dropped) => {
        budget = { speaker, left: bytes, dropped }
      }),
    /** Everything is as it should be again; lines that lost something, or were forgotten, are cut. */
    heal() {
      closed = isHole = false
      slowness = () => 0
      bytesPerSecond = Number.POSITIVE_INFINITY
      deaf.clear()
      budget = null
      for (const pair of [...pairs]) if (pair.isBroken || pair.isForgotten) cutOne(pair)
      for (const goOn of held.splice(0)) goOn()
    },
    async end() {
      closed = true
      cut()
      listener.close()
      await once(listener, 'close')
    },
  }
}
