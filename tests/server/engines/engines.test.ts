import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { startEngines } from '../../../server/engines/engines.mjs'
import { cleanUpAfter, runningEngines, writeNote } from '../../../server/engines/note.mjs'
import { see } from '../../../server/engines/processes.mjs'
import { aFolder } from '../../support/engines.ts'

test('a second start on the same folder is refused in words, and harms nothing', async () => {
  const folder = aFolder()
  const engines = await startEngines({ folder, say: () => {} })
  const pid = engines.children.postgres?.pid

  await expect(startEngines({ folder, say: () => {} })).rejects.toThrow(`Firstline is already running on ${folder} (pid ${process.pid})`)
  expect(engines.children.postgres?.pid).toBe(pid)
  expect(runningEngines(folder)?.databaseUrl).toBe(engines.databaseUrl)
  await engines.stop()
  rmSync(folder, { recursive: true })
})

test('of two starts at once, one starts', async () => {
  const folder = aFolder()
  const starts = await Promise.allSettled([startEngines({ folder, say: () => {} }), startEngines({ folder, say: () => {} })])
  const started = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []))

  expect(started).toHaveLength(1)
  await started[0]?.stop()
  rmSync(folder, { recursive: true })
})

test('only the owner can read where the engines listen, and nobody once they stopped', async () => {
  const folder = aFolder()
  const engines = await startEngines({ folder, say: () => {} })
  const note = join(folder, 'engines.json')

  expect(statSync(note).mode & 0o777).toBe(0o600)
  await engines.stop()
  expect(existsSync(note)).toBe(false)
  expect(runningEngines(folder)).toBeNull()
  rmSync(folder, { recursive: true })
})

test('what a launcher that was killed left behind is cleaned up by the next start', async () => {
  const folder = aFolder()
  const launcher = await aLauncher(folder)
  const orphan = see(runningEngines(folder)?.children.PostgreSQL?.pid ?? 0)
  launcher.kill('SIGKILL')
  await once(launcher, 'exit')
  const engines = await startEngines({ folder, say: () => {} })

  expect(orphan).not.toBeNull()
  expect(see(orphan?.pid ?? 0)).toBeNull()
  await engines.stop()
  rmSync(folder, { recursive: true })
})

test('an engine that is killed comes back at the same address, and it is said', async () => {
  const folder = aFolder()
  const said: string[] = []
  const engines = await startEngines({ folder, say: (line) => said.push(line) })
  for (const engine of [engines.children.postgres, engines.children.redis]) process.kill(engine?.pid ?? 0, 'SIGKILL')
  await until(() => said.filter((line) => line.includes('is back after')).length === 2)

  expect(said).toContain('PostgreSQL ended unexpectedly (SIGKILL): starting it again')
  expect(said).toContain('Redis ended unexpectedly (SIGKILL): starting it again')
  await engines.stop()
  rmSync(folder, { recursive: true })
})

test('addresses of engines elsewhere replace our own', async () => {
  const home = aFolder()
  const folder = join(home, 'untouched')
  const elsewhere = { databaseUrl: 'postgresql://elsewhere', redisUrl: 'redis://elsewhere' }
  const engines = await startEngines({ folder, say: () => {}, ...elsewhere })

  expect(engines).toMatchObject({ ...elsewhere, children: {} })
  expect(existsSync(folder)).toBe(false)
  rmSync(home, { recursive: true })
})

test('an orphan that no lifeline reached is ended by its note', async () => {
  const folder = aFolder()
  const orphan = spawn('sleep', ['60'])
  const seen = see(orphan.pid ?? 0)
  writeNote(folder, { databaseUrl: '', redisUrl: '', sockets: join(folder, 's'), launcher: null, children: seen ? { Redis: seen } : {} })
  const [[, signal]] = await Promise.all([once(orphan, 'exit'), cleanUpAfter(folder, () => {})])

  expect(signal).toBe('SIGTERM')
  rmSync(folder, { recursive: true })
})

async function aLauncher(folder: string): Promise<ChildProcess> {
  const engines = join(import.meta.dirname, '../../../server/engines/engines.mjs')
  const words = `
    const { startEngines } = await import(${JSON.stringify(engines)})
    await startEngines({ folder: ${JSON.stringify(folder)}, say: () => {} })
    setInterval(() => {}, 1000)
  `
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', words], { stdio: 'inherit' })
  await until(() => runningEngines(folder)?.databaseUrl !== undefined && isReady(folder))
  return launcher
}

function isReady(folder: string) {
  try {
    return readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').includes('ready') && runningEngines(folder)?.databaseUrl !== ''
  } catch {
    return false
  }
}

async function until(happened: () => boolean) {
  while (!happened()) await new Promise((soon) => setTimeout(soon, 5))
}
