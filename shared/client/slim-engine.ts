import { Emitter } from '@socket.io/component-emitter'
import type { SocketOptions } from 'engine.io-client'

/** What a line is made of: a WebSocket of our own, or Engine.IO whole where WebSockets do not get through. */
interface Wire {
  write(packet: string): unknown
  close(): unknown
}

type Events = {
  open: () => void
  data: (packet: string) => void
  error: (problem: unknown) => void
  close: (why: string) => void
}

interface Rhythm {
  pingInterval: number
  pingTimeout: number
}

/**
 * A line: a WebSocket, and the whole of Engine.IO with its long polling fetched only where WebSockets are blocked.
 */
export class Engine extends Emitter<Events, Events> {
  readonly transport = { writable: true }
  #wire: Wire | null = null
  #isOver = false
  #rhythm: Rhythm = { pingInterval: 25_000, pingTimeout: 20_000 }
  #silentAt = Number.POSITIVE_INFINITY
  #silence: ReturnType<typeof setTimeout> | undefined

  constructor(address: string, options: Partial<SocketOptions>) {
    super()
    this.#wire = this.#speak(address, options)
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
    // A proxy that blocks them may say nothing at all.
    const hanging = setTimeout(() => socket.close(), 4_000)
    socket.onmessage = ({ data }) => {
      const packet = String(data)
      const content = packet.slice(1)
      if (packet[0] === '0') {
        wasOpen = true
        clearTimeout(hanging)
        this.#rhythm = JSON.parse(content)
        this.#heard()
        this.emit('open')
      } else if (packet[0] === '2') {
        socket.send('3')
        this.#heard()
      } else if (packet[0] === '4') this.emit('data', content)
    }
    socket.onclose = () => {
      clearTimeout(hanging)
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
      const whole = new Whole(address, { ...options, transports: ['polling', 'websocket'] })
      this.#wire = whole
      // Where it was only for a moment that they did not get through, it changes over to a WebSocket by itself.
      whole.on('open', () => this.emit('open'))
      whole.on('data', (data) => this.emit('data', String(data)))
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
