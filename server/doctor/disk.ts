import { randomUUID } from 'node:crypto'
import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { found, type Look, reasonOf } from './examine.ts'

const lowBytes = 5_000_000_000
/** Below this, files are refused. */
const fullBytes = 600_000_000

/** Whether files can be kept, and for how long. */
export const disk: Look = async ({ folder }) => {
  const probe = join(folder, `.probe-${randomUUID()}`)
  try {
    await writeFile(probe, 'x')
    await rm(probe)
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    const told = { folder, gigabytes: (free / 1e9).toFixed(1) }
    if (free < fullBytes) return found('disk-full', told)
    return found(free < lowBytes ? 'disk-low' : 'disk-fine', told)
  } catch (error) {
    return found('disk-closed', { folder, why: reasonOf(error) })
  }
}
