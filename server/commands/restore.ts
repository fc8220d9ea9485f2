import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { configFrom } from '../config.ts'
import { CannotRestore } from './backup/read-backup.ts'
import { restore } from './backup/restore.ts'

/** `npm run restore -- FOLDER`: brings a backup back, while the desk is stopped. `--replace` where there is a desk already. */
const { folder, replace } = asked()
const config = configFrom(process.env)

try {
  const { at } = await restore({
    databaseUrl: config.DATABASE_URL,
    files: join(config.DATA_DIR, 'files'),
    // npm runs us in the project's folder, wherever it was called.
    from: resolve(process.env.INIT_CWD ?? '.', folder),
    replace,
    at: new Date(),
    say: (line) => console.log(`• ${line}`),
  })
  console.log(`\nThe desk is as it was on ${at.slice(0, 16).replace('T', ' ')} UTC. Start it; everybody's page is loaded anew by itself.`)
  console.log('To see that every logged transcript is as it was: npm run verify')
} catch (error) {
  if (!(error instanceof CannotRestore)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function asked() {
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: { replace: { type: 'boolean', default: false } } })
    const [folder] = positionals
    if (folder) return { folder, replace: values.replace }
  } catch {
    // Told below.
  }
  console.error('npm run restore -- FOLDER\nnpm run restore -- FOLDER --replace')
  process.exit(2)
}
