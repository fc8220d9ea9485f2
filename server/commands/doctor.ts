import { parseArgs } from 'node:util'
import { gradeOf, worded } from '../../shared/doctor.ts'
import { doctor as words } from '../../shared/words/doctor-en.ts'
import { configFrom } from '../config.ts'
import { examine } from '../doctor/examine.ts'
import { createPool } from '../postgres/pool.ts'
import { closeRedis, connectRedis } from '../redis/connection.ts'
import { createFastLine } from '../redis/line.ts'

const signs = { ok: 'ok     ', warning: 'warning', broken: 'BROKEN ' }
const width = Math.max(...Object.values(words.organs).map(({ length }) => length))

/** `npm run doctor`: looks at everything the desk stands on, and says how to mend what is not as it should be. `--json` for programs. */
const isForPrograms = asked()
const config = configFrom(process.env)
const pool = createPool(config.DATABASE_URL, () => {})
const redis = await connectRedis(config.REDIS_URL, () => {})

try {
  const findings = await examine({ pool, redis, fast: createFastLine(redis), publicUrl: config.PUBLIC_URL, folder: config.DATA_DIR })
  const told = findings.map((finding) => ({ ...finding, grade: gradeOf(finding), ...worded(finding, words) }))
  if (isForPrograms) console.log(JSON.stringify(told, null, 2))
  else for (const one of told) tell(one)
  // A warning can wait for its reader; what is broken must be heard by whoever runs this from a script.
  if (told.some(({ grade }) => grade === 'broken')) process.exitCode = 1
} finally {
  await closeRedis(redis)
  await pool.end()
}

function tell({ grade, organ, says, mend }: { grade: keyof typeof signs; organ: string; says: string; mend: string | null }) {
  console.log(`${signs[grade]}  ${organ.padEnd(width)}  ${says}`)
  if (mend) console.log(`${' '.repeat(9 + width)}  → ${mend}`)
}

function asked() {
  try {
    return parseArgs({ options: { json: { type: 'boolean', default: false } } }).values.json
  } catch {
    console.error('npm run doctor\nnpm run doctor -- --json')
    process.exit(2)
  }
}
