import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { createFiles, type FilePorts, type Shelf } from './desk/files.ts'
import { createArticleFiles } from './desk/knowledge/article-files.ts'
import { createGuidePictures, withGuidePictures } from './desk/knowledge/guide-pictures.ts'
import { examine } from './files/examine.ts'
import type { Sweeping } from './files/shelf.ts'
import { sweepFiles } from './files/sweep.ts'
import { createAllotment } from './http/allotment.ts'
import { articleFilesAmong, articleFilesIn } from './postgres/article-files.ts'
import { fileRowsIn, forgetFiles, knownAmong } from './postgres/files.ts'
import { forgetGuidePictures, guidePicturesAmong, guidePicturesIn } from './postgres/guide-pictures.ts'

interface FilingOptions extends Pick<FilePorts, 'conversations' | 'masked' | 'now'> {
  pool: Pool
  shelf: Shelf & Sweeping
  mostMegabytes: number
  /** What a requester whom nobody vouches for may send in a day. */
  unverifiedMegabytes: number
  redis: object
}

/** What is being written may lie in a browser for days before it is kept. */
const week = 7 * 24 * 3_600_000

/** Files with their rows, their folder, and who sweeps there. */
export function createFiling({ pool, redis, shelf, conversations, masked, mostMegabytes, unverifiedMegabytes, now }: FilingOptions) {
  const rows = fileRowsIn(pool)
  const mostBytes = mostMegabytes * 1_000_000
  /** Those of messages, those of articles, and those of guides. */
  const known = async (stored: string[]) =>
    new Set([...(await knownAmong(pool, stored)), ...(await articleFilesAmong(pool, stored)), ...(await guidePicturesAmong(pool, stored))])
  const forget = async (before: Date) => [
    ...(await forgetFiles(pool, before)),
    ...(await forgetGuidePictures(pool, new Date(before.getTime() - week))),
  ]
  const bytes = unverifiedMegabytes * 1_000_000
  // A whole company may sit behind one address.
  const addresses = createAllotment(redis, { name: 'files', bytes: 10 * bytes, seconds: 24 * 3600 })
  const ports = { shelf, examine, masked, mostBytes, now, newId: randomUUID }
  const guidePictures = createGuidePictures({ ...ports, rows: guidePicturesIn(pool) })
  const files = createFiles({ ...ports, conversations, rows, unverified: { bytes, addresses } })
  return {
    files: withGuidePictures(files, guidePictures),
    guidePictures,
    articleFiles: createArticleFiles({ ...ports, rows: articleFilesIn(pool) }),
    sweep: () => sweepFiles({ shelf, forget, known, now }),
  }
}
