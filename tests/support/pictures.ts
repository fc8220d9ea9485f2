import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEngines } from '../../server/engines/engines.mjs'
import { playForPictures } from './picture-scenes.ts'

/** Takes the pictures of the documentation: a populated desk, Ada at work in the console, Rita at the widget. */
export async function takePictures(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'firstline-pictures-'))
  const engines = await startEngines({ folder, say: () => {}, databaseUrl: undefined, redisUrl: undefined })
  const env = {
    ...process.env,
    DATABASE_URL: engines.databaseUrl,
    REDIS_URL: engines.redisUrl,
    DATA_DIR: folder,
    FIRSTLINE_ENGINES: 'embedded',
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
  }
  const start = (program: string, ...words: string[]) =>
    spawn(process.execPath, [join(root, 'dist/server', program), ...words], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  try {
    const password = /\n {2}(\S{16})\n/.exec(await allOf(start('commands/populate.mjs')))?.[1] ?? ''
    const desk = start('main.mjs')
    try {
      const url = await said(desk, /Demo page: (\S+)\/demo/)
      mkdirSync(join(root, 'docs/pictures'), { recursive: true })
      await playForPictures({ url, password, folder: join(root, 'docs/pictures') })
    } finally {
      if (desk.exitCode === null && desk.kill('SIGTERM')) await once(desk, 'exit')
    }
  } finally {
    await engines.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function allOf(child: ChildProcess) {
  let text = ''
  child.stdout?.on('data', (piece) => {
    text += String(piece)
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The desk could not be populated: ${text}`)
  return text
}

function said(child: ChildProcess, words: RegExp): Promise<string> {
  let text = ''
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (piece) => {
      text += String(piece)
      const found = words.exec(text)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', () => reject(new Error(`The desk did not start: ${text}`)))
  })
}
