import type { SettingsFile } from '../../../shared/protocol/settings-file.ts'
import { refuse } from '../../../shared/refusal.ts'
import type { Proposed } from '../../../shared/simulation.ts'
import { changesBetween } from '../settings/changes.ts'
import { documentOf, type SetUp } from '../settings/document.ts'
import { readSettingsFile } from '../settings/reading.ts'
import { mergedInTurn } from './proposal.ts'

/** What somebody proposes: a settings file, and over it what he wrote by hand, in the same form. */
export interface Proposal {
  file: string | null
  written: string | null
}

export interface ProposingPorts {
  read(): Promise<SetUp>
  /** Keeps somebody's last one for a little while, for all processes, and says how it is asked for. */
  put(by: string, text: string): Promise<string>
  take(by: string, id: string): Promise<string | null>
}

export type Proposing = ReturnType<typeof createProposing>

/** Proposals, checked as an import checks a file, and there for the moment in which they are tried. */
export const createProposing = ({ read, put, take }: ProposingPorts) => ({
  /** What it would change, or all that is wrong with it. */
  async check(by: string, proposal: Proposal): Promise<Proposed> {
    const { files, problems } = filesIn(proposal)
    if (problems.length > 0) return { problems }
    const before = documentOf(await read())
    const { wanted, problems: misfits, notes } = mergedInTurn(before, files)
    if (misfits.length > 0) return { problems: misfits }
    return {
      changes: changesBetween(before, wanted),
      // What it does not name is no part of it.
      notes: notes.filter(({ what }) => what !== 'left'),
      proposal: await put(by, JSON.stringify(proposal)),
    }
  },

  /** One that was checked a moment ago. */
  async recall(by: string, id: string): Promise<SettingsFile[]> {
    const proposal: Proposal = JSON.parse((await take(by, id)) ?? refuse('not-found'))
    return filesIn(proposal).files
  },
})

function filesIn({ file, written }: Proposal) {
  const read = [file, written].flatMap((text) => (text === null ? [] : [readSettingsFile(text)]))
  return { files: read.flatMap((one) => one.file ?? []), problems: read.flatMap((one) => one.problems ?? []) }
}
