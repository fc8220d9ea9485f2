import type { Pool } from 'pg'
import { createApp } from './app.ts'
import { configFrom } from './config.ts'
import { markOf } from './files/mark.ts'
import { createLog } from './log.ts'
import { firstAdministratorLink, firstAdministratorLinkOnce } from './postgres/first-administrator.ts'
import { folderOf, moveFolder, someoneServes } from './postgres/folder.ts'

/** Starts one process, says where it is, and stops it in good order when asked. */
async function main() {
  const config = configFrom(process.env)
  const log = createLog(config.LOG_LEVEL)
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'nobody waited for this to fail'))
  const { pool, listen, close } = await createApp({ config, log })
  await mustShareFolder(pool, config.DATA_DIR)
  const url = (await listen()).replace('127.0.0.1', 'localhost')
  const { FIRSTLINE_WORKER: worker, PUBLIC_URL: here = url } = config
  if (worker) say(`Worker ${worker}`, url)
  // The first of several speaks for all.
  if ((worker ?? 1) === 1) {
    say('Demo page', `${here}/demo`)
    say('Console', `${here}/console`)
    await sayHowToBegin(pool, here, process.env.FIRSTLINE_START === '1' && config.FIRSTLINE_ENGINES === 'embedded')
  }
  stopWhenAsked(close, log)
}

/** What is sent to one process is asked of another: all that serve at once must keep files in one folder. One that is alone may have moved. */
async function mustShareFolder(pool: Pool, folder: string) {
  const mark = await markOf(folder)
  if ((await folderOf(pool, mark)) === mark) return
  if (await someoneServes(pool)) throw new Error(`DATA_DIR (${folder}) ${notShared}`)
  await moveFolder(pool, mark)
}

const notShared =
  'is not the folder that the processes on this database share: files that people sent would be found by some of them only. Set DATA_DIR to the same folder everywhere.'

/** Whoever starts it sees the link. It stays as it is for a process that was started again after a fall, or beside others. */
async function sayHowToBegin(pool: Pool, here: string, isFirstAndAlone: boolean) {
  const link = isFirstAndAlone ? await firstAdministratorLink(pool, here) : await firstAdministratorLinkOnce(pool, here)
  if (link === null) return
  if (typeof link === 'string') say(toBegin, link)
  else if ('link' in link) say(toBegin, link.link)
  else say(toBegin, `a link was made ${link.madeAt.toISOString().slice(0, 16).replace('T', ' ')} UTC; \`npm run invite\` makes a new one`)
  if (await isEmpty(pool)) say('To look around first, on made-up people and tickets', 'stop this, `npm run populate`, and start again')
}

async function isEmpty(pool: Pool) {
  const { rowCount } = await pool.query('select from conversations limit 1')
  return rowCount === 0
}

const toBegin = 'Make the first administrator (once)'
const say = (what: string, where: string) => process.stdout.write(`${what}: ${where}\n`)

/** The first signal drains; a later one, when something hangs, forces. */
function stopWhenAsked(close: () => Promise<void>, log: { info(text: string): void; error(what: object, text: string): void }) {
  let since = 0
  const asked = () => {
    // One wish may arrive several times: from the terminal, from npm, from the launcher.
    if (since > 0 && Date.now() - since < 1_000) return
    if (since > 0) process.exit(1)
    since = Date.now()
    log.info('leaving')
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'leaving failed')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, asked)
}

try {
  await main()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}
