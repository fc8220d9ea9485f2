import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { createFiles, type FilePorts, type Shelf } from './desk/files.ts'
import { examine } from './files/examine.ts'
import type { Sweeping } from './files/shelf.ts'
import { sweepFiles } from './files/sweep.ts'
import { fileRowsIn, forgetFiles, knownAmong } from './postgres/files.ts'

interface FilingOptions extends Pick<FilePorts, 'conversations' | 'now'> {
  pool: Pool
  shelf: Shelf & Sweeping
  mostMegabytes: number
}

/** Files with their rows, their folder, and who sweeps there. */
export function createFiling({ pool, shelf, conversations, mostMegabytes, now }: FilingOptions) {
  const rows = fileRowsIn(pool)
  const mostBytes = mostMegabytes * 1_000_000
  return {
    files: createFiles({ conversations, rows, shelf, examine, mostBytes, now, newId: randomUUID }),
    sweep: () => sweepFiles({ shelf, forget: (before) => forgetFiles(pool, before), known: (stored) => knownAmong(pool, stored), now }),
  }
}
