import { Emitter } from '@socket.io/component-emitter'
import type { ManagerOptions } from 'socket.io-client'
import { Socket } from 'socket.io-client'
import { Engine } from './slim-engine.ts'
import { decode, encode, type Packet } from './slim-packets.ts'

type Events = {
  open: () => void
  packet: (packet: Packet) => void
  error: (problem: unknown) => void
  close: (why: string) => void
}

/**
 * Stands in for Socket.IO's manager in what browsers load: one socket on one line, which is laid anew by whoever wants it, since
 * connection.ts decides when. The build puts it there (server/slim.mjs).
 */
export class Manager extends Emitter<Events, Events> {
  readonly _autoConnect = false
  readonly _reconnecting = false
  readonly setTimeoutFn = setTimeout.bind(globalThis)
  readonly clearTimeoutFn = clearTimeout.bind(globalThis)
  _readyState: 'closed' | 'opening' | 'open' = 'closed'
  engine: Engine | null = null
  readonly #address: string
  readonly #options: Partial<ManagerOptions>
  #impatience: ReturnType<typeof setTimeout> | undefined

  constructor(address: string, options: Partial<ManagerOptions>) {
    super()
    this.#address = address
    this.#options = { path: '/socket.io', ...options }
  }

  socket(name: string) {
    // Its type asks for the whole manager, of which a socket uses what stands here.
    return new Socket(this as never, name)
  }

  open() {
    if (this._readyState !== 'closed') return
    this._readyState = 'opening'
    const engine = new Engine(this.#address, this.#options)
    this.engine = engine
    this.#impatience = setTimeout(() => this.#fail(new Error('timeout')), this.#options.timeout)
    engine.on('open', () => {
      clearTimeout(this.#impatience)
      this._readyState = 'open'
      this.emit('open')
    })
    engine.on('data', (text) => this.#hear(text))
    engine.on('error', (problem) => this.#fail(problem))
    engine.on('close', (why) => this.#end(why))
  }

  _packet(packet: Packet) {
    this.engine?.write(encode(packet))
  }

  _destroy() {
    this.#end('forced close')
  }

  #hear(text: string) {
    try {
      const packet = decode(text)
      // What listeners throw is theirs, and no reason to hang up.
      queueMicrotask(() => this.emit('packet', packet))
    } catch {
      this.#end('parse error')
    }
  }

  #fail(problem: unknown) {
    if (this._readyState !== 'opening') return
    this.#letGo()
    this.emit('error', problem)
  }

  #end(why: string) {
    if (this._readyState === 'closed') return
    this.#letGo()
    this.emit('close', why)
  }

  #letGo() {
    clearTimeout(this.#impatience)
    this._readyState = 'closed'
    this.engine?.off()
    this.engine?.close()
  }
}
