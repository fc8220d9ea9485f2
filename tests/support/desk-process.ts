import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lifeline } from '../../server/engines/lifeline.mjs'
import { aFolder } from './engines.ts'
import { aFreePort } from './free-port.ts'

const program = join(import.meta.dirname, '../../dist/server/main.mjs')

export type DeskProcess = Awaited<ReturnType<typeof aDeskProcess>>

export interface DeskProcessOptions {
  databaseUrl: string
  redisUrl: string
  /** More of the environment, such as LOG_LEVEL. */
  environment?: Record<string, string>
}

/** The built product as a process of its own, on engines that somebody else looks after. It comes back at the same address. */
export async function aDeskProcess({ databaseUrl, redisUrl, environment = {} }: DeskProcessOptions) {
  const folder = aFolder()
  const port = await aFreePort()
  const url = `http://127.0.0.1:${port}`
  const said: string[] = []
  let child = await open()

  async function open(): Promise<ChildProcess> {
    const settings = { PORT: String(port), HOST: '127.0.0.1', DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, DATA_DIR: folder }
    const env = { PATH: process.env.PATH ?? '', TZ: 'UTC', ...settings, ...environment }
    // Whatever becomes of the tests, it does not outlive them.
    const [first = '', ...words] = [...lifeline('TERM'), process.execPath, '--enable-source-maps', program]
    const next = spawn(first, words, { env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [next.stdout, next.stderr]) stream.on('data', (text) => void said.push(String(text)))
    await answers(next)
    return next
  }

  async function answers(starting: ChildProcess) {
    const end = Date.now() + 60_000
    while (!(await isAt(url, '/health/live', 200))) {
      if (hasEnded(starting) || Date.now() > end) throw new Error(`The desk does not start:\n${said.join('').slice(-2_000)}`)
      await pause(25)
    }
  }

  async function send(signal: NodeJS.Signals) {
    if (hasEnded(child)) return
    child.kill(signal)
    await once(child, 'exit')
  }

  return {
    url,
    port,
    pid: () => child.pid ?? 0,
    /** All that it said so far. */
    logs: () => said.join(''),
    isRunning: () => !hasEnded(child),
    /** Ends it without a word, as a power cut does. */
    kill9: () => send('SIGKILL'),
    /** Starts it again, at the same address. */
    async start() {
      child = await open()
    },
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    /** Resolves with its exit code, when it is over. */
    async ended(): Promise<number | null> {
      if (!hasEnded(child)) await once(child, 'exit')
      return child.exitCode
    },
    /** What it says of itself to whoever looks whether it wants work. */
    async readiness(): Promise<{ status: number; room?: Record<'database' | 'redis' | 'files', boolean> }> {
      const answer = await fetch(new URL('/health/ready', url), { signal: AbortSignal.timeout(5_000) })
      return { status: answer.status, ...((await answer.json()) as object) }
    },
    /** Whether a page of it answers with this status. */
    answers: (path: string, status: number) => isAt(url, path, status),
    async close() {
      await send('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

async function isAt(url: string, path: string, status: number): Promise<boolean> {
  try {
    const answer = await fetch(new URL(path, url), { signal: AbortSignal.timeout(5_000) })
    await answer.arrayBuffer()
    return answer.status === status
  } catch {
    return false
  }
}
