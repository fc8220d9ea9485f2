import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { aDesk, type Person } from '../../support/desk.ts'
import { asksForFile, sendsFile } from '../../support/files.ts'

/** A desk that takes files of one megabyte, where Ada has Rita's chat; Eve is another requester. */
export async function aFileDesk() {
  const desk = await aDesk({ environment: { MAX_FILE_MB: '1' } })
  const ada = await desk.agent('Ada')
  const rita = await desk.requester('Rita')
  const eve = await desk.requester('Eve')
  const chat = await rita.asks('My screen is black')
  await ada.does(chat, { kind: 'take' })
  return {
    desk,
    ada,
    rita,
    eve,
    chat,
    send: (who: Person, content: Buffer | string, how: Parameters<typeof sendsFile>[4] = {}, to = chat) =>
      sendsFile(desk.url, who, to, content, how),
    say: (who: Person, files: string[], text = '') => who.does(chat, { kind: 'say', text, files }),
    fetches: async (who: Person, id: string, what = '') => (await asksForFile(desk.url, who, id, what)).status,
    /** Everything in the folder, whatever it is called. */
    onDisk: () => readdirSync(join(desk.folder, 'files'), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
  }
}
