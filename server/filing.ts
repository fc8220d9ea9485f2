import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { createFiles, type FilePorts, type Shelf } from './desk/files.ts'
import { createArticleFiles } from './desk/knowledge/article-files.ts'
import { examine } from './files/examine.ts'
import type { Sweeping } from './files/shelf.ts'
import { sweepFiles } from './files/sweep.ts'
import { createAllotment } from './http/allotment.ts'
import { articleFilesAmong, articleFilesIn } from './postgres/article-files.ts'
import { fileRowsIn, forgetFiles, knownAmong } from './postgres/files.ts'

interface FilingOptions extends Pick<FilePorts, 'conversations' | 'masked' | 'now'> {
  pool: Pool
  shelf: Shelf & Sweeping
  mostMegabytes: number
  /** What a requester whom nobody vouches for may send in a day. */
  unverifiedMegabytes: number
  redis: object
}

/** Files with their rows, their folder, and who sweeps there. */
export function createFiling({ pool, redis, shelf, conversations, masked, mostMegabytes, unverifiedMegabytes, now }: FilingOptions) {
  const rows = fileRowsIn(pool)
  const mostBytes = mostMegabytes * 1_000_000
  /** Those of messages, and those of articles. */
  const known = async (stored: string[]) => new Set([...(await knownAmong(pool, stored)), ...(await articleFilesAmong(pool, stored))])
  const bytes = unverifiedMegabytes * 1_000_000
  // A whole company may sit behind one address.
  const addresses = createAllotment(redis, { name: 'files', bytes: 10 * bytes, seconds: 24 * 3600 })
  return {
    files: createFiles({
      conversations,
      rows,
      shelf,
      examine,
      masked,
      mostBytes,
      unverified: { bytes, addresses },
      now,
      newId: randomUUID,
    }),
    articleFiles: createArticleFiles({ rows: articleFilesIn(pool), shelf, examine, mostBytes, now, newId: randomUUID }),
    sweep: () => sweepFiles({ shelf, forget: (before) => forgetFiles(pool, before), known, now }),
  }
}
