import type { Change, Note } from '../../../shared/settings-file.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Place } from '../../models/by-hand.ts'
import type { ProposalModel } from '../../models/proposal.ts'
import { words } from '../../words.ts'
import { FileNotes, FileProblems, useFileWords } from './FileSentences.tsx'
import { SettingChanges } from './SettingChanges.tsx'

interface ProposalOutcomeProps {
  proposal: ProposalModel
  onPlace(place: Place): void
  onDrop: () => void
}

/** What differs by a proposal from what is set now, before it is tried; or why it cannot be tried. */
export function ProposalOutcome({ proposal, onPlace, onDrop }: ProposalOutcomeProps) {
  const told = laterWords.trying
  const isThere = proposal.state.value.at !== 'nothing'
  return (
    <div class="proposal-outcome">
      <h4>{told.differs}</h4>
      <Standing proposal={proposal} onPlace={onPlace} />
      {isThere && (
        <div class="buttons start">
          <button type="button" class="button" onClick={onDrop}>
            {told.drop}
          </button>
        </div>
      )}
    </div>
  )
}

function Standing({ proposal, onPlace }: Omit<ProposalOutcomeProps, 'onDrop'>) {
  const texts = useFileWords()
  const state = proposal.state.value
  const told = laterWords.trying
  switch (state.at) {
    case 'nothing':
      return (
        <p class="hint" role="status">
          {proposal.isBusy.value && proposal.file.value ? laterWords.oneFile.reading : told.nothing}
        </p>
      )
    case 'compared':
      return <Compared changes={state.compared.changes} notes={state.compared.notes} />
    case 'wrong':
      return (
        <>
          <p class="said bad" role="alert">
            {told.wrong(proposal.file.value?.name ?? null, state.problems.length)}
          </p>
          {texts && <FileProblems problems={state.problems} texts={texts} />}
        </>
      )
    case 'unfinished':
      return (
        <p class="said bad" role="alert">
          {told.unfinished}
          {state.places.map((place) => (
            <button key={place?.id ?? ''} type="button" class="link" onClick={() => onPlace(place)}>
              {place?.name ?? told.wholeDesk}
            </button>
          ))}
        </p>
      )
    case 'refused':
      return (
        <p class="said bad" role="alert">
          {words.refused[state.refusal]}
          <button type="button" class="link" onClick={() => void proposal.look()}>
            {laterWords.oneFile.anew}
          </button>
        </p>
      )
  }
}

function Compared({ changes, notes }: { changes: readonly Change[]; notes: readonly Note[] }) {
  const texts = useFileWords()
  const told = laterWords.trying
  const tried = changes.filter(({ place: [part = ''] }) => waitedBy.has(part))
  return (
    <>
      <p role="status">{told.changes(tried.length)}</p>
      {tried.length > 0 && <SettingChanges changes={tried} />}
      {texts && <FileNotes notes={notes} texts={texts} />}
      {changes.length > tried.length && <p class="hint">{told.untried(changes.length - tried.length)}</p>}
    </>
  )
}

/** The parts of a settings file on which it depends how long somebody waits. */
const waitedBy: ReadonlySet<string> = new Set(['desk', 'teams', 'agents'])
