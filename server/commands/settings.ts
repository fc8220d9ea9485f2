import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { refusals } from '../../shared/reasons.ts'
import { Refused } from '../../shared/refusal.ts'
import { mostWritten } from '../../shared/settings-file.ts'
import { configFrom } from '../config.ts'
import { createSettingsFiles } from '../desk/settings/importing.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPool } from '../postgres/pool.ts'
import { settingsInOne } from '../postgres/settings-file.ts'
import { takeEffect } from './settings/take-effect.ts'
import { told } from './settings/told.ts'

/**
 * `npm run settings -- export [FILE]`, `-- import FILE [--dry-run] [--back FILE]`: all settings as one file. While the desk runs, or
 * not; a desk that runs goes by them at once.
 */
const asked = whatIsAsked()
const config = configFrom(process.env)
const pool = createPool(config.DATABASE_URL, () => {})
const files = createSettingsFiles(settingsInOne(pool))
// npm runs us in the project's folder, wherever it was called.
const at = (file: string) => resolve(process.env.INIT_CWD ?? '.', file)
const by = { agent: null, request: null, address: null, at: new Date() }

try {
  await migrate(pool)
  await (asked.verb === 'export' ? take(asked.file) : enter(asked))
} catch (error) {
  if (!(error instanceof Refused)) throw error
  fail(refusals[error.code])
} finally {
  await pool.end()
}

async function take(file: string | undefined) {
  const text = await files.export(by)
  if (file === undefined) return void process.stdout.write(text)
  writeFileSync(at(file), text)
  console.log(`The settings are in ${at(file)}.`)
}

async function enter({ file, back, isRehearsal }: { file: string; back: string | undefined; isRehearsal: boolean }) {
  const text = textOf(at(file))
  if (text === null) return
  if (back !== undefined && !canWrite(at(back))) return fail(`${back} cannot be written. Nothing was changed.`)
  const imported = await (isRehearsal ? files.compare(by, text) : files.import(by, text, null))
  const { lines, isFine } = told(imported, isRehearsal)
  for (const line of lines) (isFine ? console.log : console.error)(line)
  if (!isFine) process.exitCode = 1
  if (isRehearsal || imported.problems || imported.changes.length === 0) return
  if (back !== undefined) {
    writeFileSync(at(back), imported.back)
    console.log(`To take it back: npm run settings -- import ${back}`)
  }
  await takeEffect(pool, config.REDIS_URL)
}

/** Known before anything is changed: without the way back, nobody would get back. */
function canWrite(path: string): boolean {
  try {
    accessSync(statSync(path, { throwIfNoEntry: false }) ? path : dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

function textOf(file: string): string | null {
  const size = statSync(file, { throwIfNoEntry: false })?.size
  if (size === undefined) return fail(`There is no file ${file}.`)
  if (size > 4 * mostWritten) return fail(`${file} is too large to be a settings file.`)
  return readFileSync(file, 'utf8')
}

function fail(why: string): null {
  console.error(why)
  process.exitCode = 1
  return null
}

function whatIsAsked() {
  try {
    const options = { 'dry-run': { type: 'boolean', default: false }, back: { type: 'string' } } as const
    const { positionals, values } = parseArgs({ allowPositionals: true, options })
    const [verb, file, ...more] = positionals
    if (verb === 'export' && more.length === 0) return { verb, file } as const
    if (verb === 'import' && file !== undefined && more.length === 0)
      return { verb, file, back: values.back, isRehearsal: values['dry-run'] } as const
  } catch {
    // Told below what can be asked.
  }
  console.error(
    'npm run settings -- export [FILE]\nnpm run settings -- import FILE --dry-run\nnpm run settings -- import FILE [--back FILE]',
  )
  process.exit(2)
}
