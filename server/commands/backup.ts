import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { version } from '../app.ts'
import { configFrom } from '../config.ts'
import { backUp, CannotBackUp, inMegabytes } from './backup/back-up.ts'

/** `npm run backup`: the database and the files that people sent, into one new folder. While the desk runs, or not. */
const at = new Date()
const { positionals } = asked()
const config = configFrom(process.env)
const named = join(resolve(config.DATA_DIR), 'backups', at.toISOString().slice(0, 16).replaceAll(/[:T]/g, '-'))
// npm runs us in the project's folder, wherever it was called.
const into = resolve(process.env.INIT_CWD ?? '.', positionals[0] ?? named)

try {
  const { files } = await backUp({
    databaseUrl: config.DATABASE_URL,
    files: join(config.DATA_DIR, 'files'),
    into,
    version,
    at,
    say: (line) => console.log(`• ${line}`),
  })
  console.log(`\nThe backup is in ${into}. Copy it to another machine, and guard it as you guard the desk itself.`)
  if (files.missing.length > 0) console.log(`${files.missing.length} files were not there to be kept (${inMegabytes(files.bytes)} were).`)
  console.log(`To bring it back, on a machine where Firstline is stopped: npm run restore -- ${into}`)
} catch (error) {
  if (!(error instanceof CannotBackUp)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function asked() {
  try {
    return parseArgs({ allowPositionals: true })
  } catch {
    console.error('npm run backup\nnpm run backup -- FOLDER')
    process.exit(2)
  }
}
