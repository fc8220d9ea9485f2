import { Emitter } from '@socket.io/component-emitter'
import type { SocketOptions } from 'engine.io-client'

/** What a line is made of: a WebSocket of our own, or Engine.IO whole where WebSockets do not get through. */
interface Wire {
  write(packet: string): unknown
  close(): unknown
}

type Events = {
  open: () => void
  data: (packet: unknown) => void
  ping: () => void
  error: (problem: unknown) => void
  close: (why: string) => void
}

interface Rhythm {
  pingInterval: number
  pingTimeout: number
}

/** A page that has learnt that WebSockets are blocked here does not try them again. */
let isBlocked = false

/**
 * Stands in for Engine.IO's client in what browsers load: WebSockets alone, and the whole of Engine.IO with its long polling
 * fetched only where WebSockets are blocked. The build puts it there (server/slim.mjs).
 */
export class Socket extends Emitter<Events, Events> {
  readonly transport = { writable: true }
  #wire: Wire | null = null
  #isOver = false
  #rhythm: Rhythm = { pingInterval: 25_000, pingTimeout: 20_000 }
  #silentAt = Number.POSITIVE_INFINITY
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(address: string, options: Partial<SocketOptions>) {
    super()
    if (isBlocked) void this.#goAround(address, options)
    else this.#wire = this.#speak(address, options)
  }

  write(packet: string) {
    this.#wire?.write(packet)
  }

  close() {
    this.#end('forced close')
  }

  /** Timers sleep with a laptop, clocks do not. */
  _hasPingExpired() {
    const hasExpired = Date.now() > this.#silentAt
    if (hasExpired) setTimeout(() => this.#end('ping timeout'))
    return hasExpired
  }

  #speak(address: string, options: Partial<SocketOptions>): Wire {
    const socket = new WebSocket(`${address.replace(/^http/, 'ws')}${options.path}/?EIO=4&transport=websocket`)
    let wasOpen = false
    socket.onmessage = ({ data }) => {
      const packet = String(data)
      const content = packet.slice(1)
      if (packet[0] === '0') {
        wasOpen = true
        this.#rhythm = JSON.parse(content)
        this.#heard()
        this.emit('open')
      } else if (packet[0] === '2') {
        socket.send('3')
        this.#heard()
        this.emit('ping')
      } else if (packet[0] === '4') this.emit('data', content)
    }
    socket.onclose = () => {
      if (wasOpen || this.#isOver) this.#end('transport close')
      else void this.#goAround(address, options)
    }
    return {
      write: (packet) => socket.send(`4${packet}`),
      close: () => socket.close(),
    }
  }

  async #goAround(address: string, options: Partial<SocketOptions>) {
    try {
      const { Socket: Whole } = await import('engine.io-client')
      if (this.#isOver) return
      const whole = new Whole(address, { ...options, transports: ['polling'] })
      this.#wire = whole
      whole.on('open', () => {
        isBlocked = true
        this.emit('open')
      })
      whole.on('data', (data) => this.emit('data', data))
      whole.on('ping', () => this.emit('ping'))
      whole.on('error', (error) => this.emit('error', error))
      whole.on('close', (why) => this.#end(why))
    } catch (error) {
      this.emit('error', error)
    }
  }

  #heard() {
    const delay = this.#rhythm.pingInterval + this.#rhythm.pingTimeout
    this.#silentAt = Date.now() + delay
    clearTimeout(this.#silence)
    this.#silence = setTimeout(() => this.#end('ping timeout'), delay)
  }

  #end(why: string) {
    if (this.#isOver) return
    this.#isOver = true
    clearTimeout(this.#silence)
    this.#wire?.close()
    this.emit('close', why)
  }
}

/** Socket.IO asks for its timers here. */
export function installTimerFunctions(owner: { setTimeoutFn?: unknown; clearTimeoutFn?: unknown }) {
  owner.setTimeoutFn = setTimeout.bind(globalThis)
  owner.clearTimeoutFn = clearTimeout.bind(globalThis)
}

/** Socket.IO puts off here what must not throw where it is. */
export const nextTick = (then: () => void) => queueMicrotask(then)
