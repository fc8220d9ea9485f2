import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { aDeskProcess } from '../support/desk-process.ts'
import { aFolder, anEngineRoom, aRedis } from '../support/engines.ts'
import { aProxy } from '../support/proxy.ts'

export type House = Awaited<ReturnType<typeof aHouseForPictures>>

/** The built product as a process of its own, whose lines to the browser and to the database can be made to fail. */
export async function aHouseForPictures(root: string, isPopulated: boolean) {
  const postgres = await anEngineRoom()
  const redis = await aRedis()
  const folder = aFolder()
  const password = isPopulated
    ? await populate(root, { DATABASE_URL: postgres.url, REDIS_URL: redis.url, DATA_DIR: folder })
    : 'correct horse battery'
  const toPostgres = await aProxy({ path: `${new URLSearchParams(postgres.url.split('?')[1]).get('host')}/.s.PGSQL.5432` })
  const desk = await aDeskProcess({
    databaseUrl: `postgresql://firstline@127.0.0.1:${toPostgres.port}/postgres`,
    redisUrl: redis.url,
    environment: { DATA_DIR: folder, LOG_LEVEL: 'silent', MAX_FILE_MB: '2' },
  })
  const door = await aProxy({ host: '127.0.0.1', port: desk.port })

  return {
    /** Where browsers come in. */
    url: door.url,
    /** Where people come in whose line never fails. */
    url2: desk.url,
    /** What everybody of a populated desk signs in with. */
    password,
    door,
    toPostgres,
    /** The token of the link for the first administrator. */
    firstLink: () => /#\/welcome\/(\S+)/.exec(desk.logs())?.[1] ?? '',
    heal() {
      door.heal()
      toPostgres.heal()
    },
    isReady: () => desk.answers('/health/ready', 200),
    async close() {
      await desk.close()
      await Promise.all([door.end(), toPostgres.end()])
      await Promise.all([redis.close(), postgres.close()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Returns the password of everybody there. */
async function populate(root: string, engines: Record<string, string>): Promise<string> {
  const env = { ...process.env, ...engines, FIRSTLINE_ENGINES: 'embedded', LOG_LEVEL: 'silent' }
  const child = spawn(process.execPath, [join(root, 'dist/server/commands/populate.mjs')], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  child.stdout.on('data', (piece) => {
    text += String(piece)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The desk could not be populated: ${text}`)
  return /\n {2}(\S{16})\n/.exec(text)?.[1] ?? ''
}
