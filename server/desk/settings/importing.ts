import { refuse } from '../../../shared/refusal.ts'
import type { Imported } from '../../../shared/settings-file.ts'
import type { Changed } from '../administration.ts'
import type { By } from '../people.ts'
import { apply } from './applying.ts'
import { changesBetween } from './changes.ts'
import { documentOf } from './document.ts'
import { merged } from './merging.ts'
import { Misfit } from './misfit.ts'
import type { InOne, SettingsFiles, SettingsPorts } from './ports.ts'
import { printed, sealOf } from './printing.ts'
import { readSettingsFile } from './reading.ts'
import { readSetUp } from './set-up.ts'
import { wayBack } from './undo.ts'

/** Takes all settings out of the desk as one file, and puts them in again by the ways that the console goes. */
export const createSettingsFiles = (inOne: InOne): SettingsFiles => ({
  export: (by) =>
    inOne(by, async (ports) => {
      await ports.note('settings:export', null)
      return printed(documentOf(await readSetUp(ports)))
    }),

  // Done and taken back: so nothing that stands in the way is overlooked.
  compare: (by, text) =>
    fitting(
      inOne<Imported>(by, async (ports) => {
        throw new Rehearsed(await enter(ports, by, text, null))
      }),
    ),

  import: (by, text, seen) => fitting(inOne<Imported>(by, (ports) => enter(ports, by, text, seen))),
})

/** What a rehearsal came to; thrown, so that nothing of it is kept. */
class Rehearsed extends Error {
  readonly outcome: Imported

  constructor(outcome: Imported) {
    super('rehearsed')
    this.outcome = outcome
  }
}

async function fitting(work: Promise<Imported>): Promise<Imported> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Rehearsed) return error.outcome
    if (error instanceof Misfit) return { problems: [error.problem] }
    throw error
  }
}

async function enter(ports: SettingsPorts, by: By, text: string, seen: string | null): Promise<Imported> {
  const { file, problems } = readSettingsFile(text)
  if (!file) return { problems }
  const present = await readSetUp(ports)
  const before = documentOf(present)
  const seal = sealOf(before)
  if (seen !== null && seen !== seal) refuse('changed-meanwhile')
  const { problems: misfits, notes } = merged(before, file)
  if (misfits.length > 0) return { problems: misfits }
  await apply(ports, by, present, file)
  const after = documentOf(await readSetUp(ports))
  const changes = changesBetween(before, after)
  if (changes.length > 0) await ports.note('settings:import', changes.length)
  return { changes, notes, before: seal, after: sealOf(after), back: printed(wayBack(before, after)) }
}

/** What is kept in mind of the desk and must be read anew after an import. */
export function moved(imported: Imported): Changed[] {
  const parts = new Set(imported.problems ? [] : imported.changes.map(({ place }) => place[0]))
  // With these everything is read anew, and all that is due is reckoned.
  if (['desk', 'teams', 'agents'].some((part) => parts.has(part))) return ['settings']
  return (['categories', 'look', 'guard', 'remote'] as const).filter((part) => parts.has(part))
}
