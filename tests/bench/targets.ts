import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { anEngineRoom, type Room } from './engine-room.ts'
import type { Dialect } from './generator/cast.ts'
import { places } from './places.ts'
import { startProgram } from './program.ts'

/** A server that is measured. */
export interface Target {
  name: string
  dialect: Dialect
  /** Where it listens; of several processes each has its own. */
  ports: number[]
  databaseUrl: string | null
  redisUrl: string | null
  /** All its processes, by the roots of their trees. */
  pids(): { servers: number[]; postgres?: number; redis?: number }
}

/** Bare Socket.IO, or with a catch-up of its own. */
export async function aRelay(file: 'relay' | 'catching-up' = 'relay', name = 'bare Socket.IO'): Promise<Target> {
  const program = startProgram({ core: 0, file: places.program(file) })
  const port = await program.ask<number>({})
  return { name, dialect: 'reference', ports: [port], databaseUrl: null, redisUrl: null, pids: () => ({ servers: [program.pid] }) }
}

/** A reference that keeps what it is told, on engines like ours. */
export async function aReference(program: 'group-commit' | 'queue' | 'closing', name: string): Promise<Target> {
  const room = await anEngineRoom(program)
  const client = new pg.Client(room.databaseUrl)
  await client.connect()
  await client.query(
    'create table messages (id uuid primary key, conversation uuid not null, text text not null, at timestamptz not null default now())',
  )
  await client.query(
    'create table chats (id uuid primary key, text text not null, at timestamptz not null default now(), ended timestamptz)',
  )
  await client.query('create table closed (id uuid primary key, transcript text not null, search tsvector not null)')
  if (program === 'closing') await client.query('create index on messages (conversation)')
  await client.query('create index on closed using gin (search)')
  await client.end()
  const env = { DATABASE_URL: room.databaseUrl, REDIS_URL: room.redisUrl }
  const server = startProgram({ core: 0, file: places.program(program), env })
  const port = await server.ask<number>({})
  const { databaseUrl, redisUrl } = room
  return { name, dialect: 'reference', ports: [port], databaseUrl, redisUrl, pids: () => ({ servers: [server.pid], ...room.pids() }) }
}

/** The product as it is built, on its own engines. With `profile`, V8 writes down where its time goes. */
export async function theDesk({ profile = false, workers = 1 } = {}): Promise<Target> {
  const room = await anEngineRoom('desk')
  mkdirSync(places.profiles, { recursive: true })
  const processes: { port: number; pid: number }[] = []
  for (let worker = 1; worker <= workers; worker++) {
    const port = await aFreePort()
    const { pid } = aProcess(room, { port, profile, worker: workers > 1 ? worker : null })
    await untilReady(port)
    processes.push({ port, pid })
  }
  const { databaseUrl, redisUrl } = room
  const name = workers > 1 ? `Firstline in ${workers} processes` : 'Firstline'
  const servers = processes.map(({ pid }) => pid)
  const ports = processes.map(({ port }) => port)
  return { name, dialect: 'desk', ports, databaseUrl, redisUrl, pids: () => ({ servers, ...room.pids() }) }
}

/** One process of the product, as `npm start` starts it. */
function aProcess(room: Room, { port, profile, worker }: { port: number; profile: boolean; worker: number | null }) {
  return startProgram({
    core: 0,
    file: places.desk,
    nodeWords: ['--enable-source-maps', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${places.profiles}`] : [])],
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: room.databaseUrl,
      REDIS_URL: room.redisUrl,
      DATA_DIR: places.data('desk'),
      FIRSTLINE_ENGINES: 'embedded',
      ...(worker && { FIRSTLINE_WORKER: String(worker) }),
      NODE_ENV: 'production',
    },
    log: join(places.profiles, `desk${worker ?? ''}.log`),
  })
}

async function untilReady(port: number) {
  for (let tries = 0; tries < 300; tries++) {
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The desk does not become ready: see ${places.profiles}/desk.log`)
}

function aFreePort() {
  return new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
