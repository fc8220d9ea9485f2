/** A migration that the database has had. */
export interface Done {
  name: string
  /** Whether whoever does not know it can no longer work with the database. */
  breaking: boolean
}

/**
 * Refuses a database that can only be used by those who know its newest breaking change. Changes that break nothing may be
 * newer than we are: so an older process starts and serves beside newer ones, in the middle of an upgrade or after one was taken back.
 */
export function refuseNewer(known: string[], done: Done[]): void {
  const since = compatibleSince(done)
  const knows = new Set(known)
  const newer = done.find(({ name, breaking }) => breaking && !knows.has(name))
  if (newer) throw new Error(sentence(newer.name, since))
}

/** The number of the newest change that breaks: whoever knows all up to here can work with this database. */
export const compatibleSince = (done: Done[]): number =>
  done.filter(({ breaking }) => breaking).reduce((newest, { name }) => Math.max(newest, Number.parseInt(name, 10)), 0)

const sentence = (name: string, since: number) =>
  `A newer version has changed the database (${name}) so that this one can no longer work with it: it takes a version that knows change ${since}. Start that version or a newer one, or restore a backup from before.`
