import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { lifeline } from '../../server/engines/lifeline.mjs'
import { type Note, readNote } from '../../server/engines/note.mjs'
import { aFolder } from './engines.ts'
import { until } from './until.ts'

const program = join(import.meta.dirname, '../../server/start.mjs')

export type Launched = Awaited<ReturnType<typeof launched>>

/** `npm start`, as somebody types it who has a data folder of his own; it is there once it says where its console is. */
export async function launched(words: string[], environment: Record<string, string>) {
  const folder = aFolder()
  const env = { PATH: process.env.PATH ?? '', TZ: 'UTC', DATA_DIR: folder, LOG_LEVEL: 'warn', ...environment }
  const [first = '', ...rest] = [...lifeline('TERM'), process.execPath, program, ...words]
  const child: ChildProcess = spawn(first, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null

  return {
    said: () => said,
    says: (words: string | RegExp, seconds = 60) =>
      until(`it says ${words}`, () => (typeof words === 'string' ? said.includes(words) : words.test(said)), seconds),
    /** What it left for others to find it. */
    note(): Note {
      const note = readNote(folder)
      if (!note) throw new Error(`Nothing runs on ${folder}:\n${said}`)
      return note
    },
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    /** Resolves with its exit code, when it is over. */
    async ended(): Promise<number | null> {
      if (!hasEnded()) await once(child, 'exit')
      return child.exitCode
    },
    /** Leaves nothing of it behind. */
    async close() {
      if (!hasEnded()) child.kill('SIGTERM')
      await this.ended()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
