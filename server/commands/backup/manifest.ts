import { z } from 'zod'

/** What a backup says of itself. It is written last: a folder with it is whole. */
export const manifestShape = z.object({
  format: z.literal(1),
  /** The version of Firstline that made it, and when. */
  version: z.string(),
  at: z.iso.datetime(),
  postgres: z.string(),
  /** All that had changed the database by then. */
  migrations: z.array(z.string().regex(/^[\w-]+\.sql$/)),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number().int() })),
  sequences: z.array(z.object({ name: z.string(), last: z.string() })),
  /** The files that people sent. What was missing already is named. */
  files: z.object({ count: z.number().int(), bytes: z.number(), missing: z.array(z.string()) }),
  /** The checksum of SHA256SUMS, which holds those of all the rest. */
  sums: z.string(),
})

export type Manifest = z.output<typeof manifestShape>

/** The names of what lies in a backup. */
export const inBackup = {
  manifest: 'manifest.json',
  sums: 'SHA256SUMS',
  table: (name: string) => `tables/${name}.copy.gz`,
  file: (place: string) => `files/${place}`,
}

/** Where a file lies in the folder of files, and in that of a backup. */
export const placeOf = (stored: string) => `${stored.slice(0, 2)}/${stored}`
