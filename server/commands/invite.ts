import { parseArgs } from 'node:util'
import { configFrom } from '../config.ts'
import { firstAdministratorLink, lockedOutLink } from '../postgres/first-administrator.ts'
import { migrate } from '../postgres/migrate.ts'
import { createPool } from '../postgres/pool.ts'

/** `npm run invite`: a new link for the first administrator, or `-- --for E-MAIL` for one who is locked out. */
const email = asked()
const config = configFrom(process.env)
const publicUrl = config.PUBLIC_URL ?? `http://localhost:${config.PORT}`
const pool = createPool(config.DATABASE_URL, () => {})

try {
  await migrate(pool)
  const link = email === undefined ? await firstAdministratorLink(pool, publicUrl) : await lockedOutLink(pool, email, publicUrl)
  console.log(link ? `This link works once, for 72 hours:\n  ${link}` : whyNot())
  if (!link) process.exitCode = 1
} finally {
  await pool.end()
}

function asked() {
  try {
    return parseArgs({ options: { for: { type: 'string' } } }).values.for
  } catch {
    console.error('npm run invite\nnpm run invite -- --for E-MAIL')
    process.exit(2)
  }
}

function whyNot() {
  if (email !== undefined) return `No administrator here has the e-mail address ${email}. Nothing was changed.`
  return 'There is an administrator already, who can invite others in the console. If he is locked out: npm run invite -- --for his@e-mail.address'
}
