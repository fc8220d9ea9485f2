import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { lifeline } from '../../server/engines/lifeline.mjs'
import { undoLater } from './undoing.ts'

/** A program of ours that runs beside us and answers questions. */
export interface Program {
  pid: number
  ask<T>(question: object): Promise<T>
  stop(): Promise<void>
}

interface How {
  core: 0 | 1
  file: string
  words?: string[]
  nodeWords?: string[]
  env?: Record<string, string>
  /** A file for what it says; our own output otherwise. */
  log?: string
}

/** Starts a program on one core. It ends when we do, whatever we die of. */
export function startProgram({ core, file, words = [], nodeWords = [], env = {}, log }: How): Program {
  const said = log ? openSync(log, 'w') : 'inherit'
  const [first = '', ...rest] = [...lifeline('TERM'), ...onCore(core), process.execPath, ...nodeWords, file, ...words]
  const child = spawn(first, rest, { env: { ...process.env, ...env }, stdio: ['ignore', said, said, 'ipc'], detached: true })
  const stop = () => stopChild(child)
  undoLater(stop)
  return { pid: child.pid ?? 0, ask: askingOf(child, file), stop }
}

const pinned = spawnSync('taskset', ['-c', '0,1', 'true']).status === 0

/** Whether servers and load really are on cores of their own; told with the figures. */
export const coresAreKept = pinned

const onCore = (core: number) => (pinned ? ['taskset', '-c', String(core)] : [])

async function stopChild(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}

function askingOf(child: ChildProcess, file: string) {
  const asked = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()
  let count = 0
  child.on('message', ({ number, answer, trouble }: { number: number; answer: unknown; trouble?: string }) => {
    const one = asked.get(number)
    asked.delete(number)
    if (trouble) one?.reject(new Error(trouble))
    else one?.resolve(answer)
  })
  child.on('exit', (code, signal) => {
    for (const { reject } of asked.values()) reject(new Error(`${file} ended (${signal ?? code})`))
  })
  return <T>(question: object) =>
    new Promise<T>((resolve, reject) => {
      const number = count++
      asked.set(number, { resolve: (answer) => resolve(answer as T), reject })
      child.send({ number, question })
    })
}
