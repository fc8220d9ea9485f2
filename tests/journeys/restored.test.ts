import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { createApp } from '../../server/app.ts'
import { backUp } from '../../server/commands/backup/back-up.ts'
import { restore } from '../../server/commands/backup/restore.ts'
import { configFrom } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { aDesk, publicFolder } from '../support/desk.ts'
import { aFreePort } from '../support/free-port.ts'
import { aStageOn } from '../support/stage.ts'

/** A desk that can be stopped, brought back from a backup, and started again at the same address. */
async function aDeskWithABackup() {
  const environment = { PORT: String(await aFreePort()) }
  const desk = await aDesk({ environment })
  const [files, kept] = [join(desk.folder, 'files'), join(desk.folder, 'kept')]
  const where = { databaseUrl: desk.database.url, files, at: new Date(), say: () => {} }
  const engines = { DATABASE_URL: desk.database.url, REDIS_URL: desk.redis.url, FIRSTLINE_ENGINES: 'embedded', DATA_DIR: desk.folder }
  const config = configFrom({ ...engines, ...environment, HOST: '127.0.0.1' })
  let again: Awaited<ReturnType<typeof createApp>> | undefined
  return {
    desk,
    isKept: () => backUp({ ...where, into: kept, version: '1.2.3' }),
    stops: () => desk.app.close(),
    async isRestored() {
      await restore({ ...where, from: kept, replace: true })
      await desk.redis.flush()
      again = await createApp({ config, log: createLog('silent') })
      await again.listen()
    },
    /** What `npm run doctor` says, and the code it ends with. */
    doctor: (...words: string[]) =>
      new Promise<{ code: unknown; said: string }>((tell) => {
        const env = { ...process.env, ...engines }
        execFile(process.execPath, [doctorProgram, ...words], { env }, (error, said) => tell({ code: error?.code ?? 0, said }))
      }),
    async close() {
      await again?.close()
      await desk.close()
    },
  }
}

const doctorProgram = join(publicFolder, '../server/commands/doctor.mjs')

const journey = aStageOn(aDeskWithABackup)

journey(
  'pages that knew more than a restored desk begin anew, and keep what was half written or not sent yet',
  async ({ house, atDemo, atConsole }) => {
    const agent = await house.desk.agent('Ada Lovelace')
    const ada = await atConsole('Ada Lovelace', house.desk.url, agent.cookie ?? '')
    agent.leaves()
    const rita = await atDemo('Rita', house.desk.url)
    await rita.asksForHelp('My screen is black')
    await ada.accepts('Rita')
    await ada.says('Rita', 'Is it plugged in?')
    await rita.sees('Is it plugged in?')
    await house.isKept()
    await ada.says('Rita', 'This line will be lost.')
    await rita.sees('This line will be lost.')
    await rita.writing.fill('Half a sen')

    await house.stops()
    await ada.says('Rita', 'Sent while nobody was there.')
    await house.isRestored()

    await rita.sees('Sent while nobody was there.')
    await ada.pane('Rita').getByText('Sent while nobody was there.').waitFor()
    expect(await rita.everything()).not.toContain('This line will be lost.')
    expect(await rita.writing.inputValue()).toBe('Half a sen')
    await ada.says('Rita', 'Are you still there?')
    await rita.sees('Are you still there?')
    expect((await ada.reads('Rita')).join()).not.toContain('This line will be lost.')

    // Tests run on a database in haste, and the doctor says so to people and programs alike.
    const told = await house.doctor()
    expect(told.code).toBe(1)
    expect(told.said).toMatch(/BROKEN +Durability .*fsync = off.*\n +→ Switch these on/)
    expect(told.said).toMatch(/ok +Waiting line/)
    expect(JSON.parse((await house.doctor('--json')).said)).toContainEqual(
      expect.objectContaining({ diagnosis: 'line-equal', grade: 'ok' }),
    )
  },
)
