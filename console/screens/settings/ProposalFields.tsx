import { X } from 'lucide-preact'
import { useCallback, useRef, useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { DeskSettings } from '../../../shared/queue.ts'
import { words as laterWords } from '../../later-words.ts'
import type { ProposalModel } from '../../models/proposal.ts'
import type { Session } from '../../models/session.ts'
import { ByHandFields } from './ByHandFields.tsx'
import { ChooseFile } from './ChooseFile.tsx'
import { ProposalOutcome } from './ProposalOutcome.tsx'
import { TeamChoice } from './TeamChoice.tsx'

interface ProposalFieldsProps {
  session: Session
  proposal: ProposalModel
  teams: readonly TeamSettings[]
  numbers: DeskSettings
}

/** What is proposed: a settings file, settings by hand, or both; and what differs by it from what is set now. */
export function ProposalFields({ session, proposal, teams, numbers }: ProposalFieldsProps) {
  const { notices } = session
  const [place, setPlace] = useState(teams[0]?.id ?? '')
  // What is brought back or let go of is drawn anew.
  const [turn, setTurn] = useState(0)
  const anew = () => setTurn((before) => before + 1)
  const top = useRef<HTMLHeadingElement>(null)
  const choose = useCallback(
    (file: File) => void proposal.choose(file).then((isFine) => isFine || notices.tell(laterWords.oneFile.tooLarge, 'bad')),
    [proposal, notices],
  )
  const told = laterWords.trying

  function drop() {
    const back = proposal.drop()
    anew()
    // The button is gone with it.
    top.current?.focus()
    notices.done(told.dropped, async () => {
      back()
      anew()
    })
  }

  return (
    <div class="proposal stack">
      <div>
        <h3 ref={top} tabIndex={-1}>
          {told.proposal}
        </h3>
        <p class="hint">{told.proposalHint}</p>
      </div>
      <FileChoice proposal={proposal} choose={choose} />
      <TeamChoice label={told.of} teams={teams} value={place} choose={setPlace}>
        <option value="">{told.wholeDesk}</option>
      </TeamChoice>
      <ByHandFields key={`${place} ${turn}`} session={session} proposal={proposal} teams={teams} place={place} numbers={numbers} />
      <ProposalOutcome proposal={proposal} onPlace={(team) => setPlace(team?.id ?? '')} onDrop={drop} />
    </div>
  )
}

function FileChoice({ proposal, choose }: { proposal: ProposalModel; choose: (file: File) => void }) {
  const file = proposal.file.value
  const told = laterWords.trying
  return (
    <div class="trial-file">
      <ChooseFile choose={choose} isMain={false} />
      {file ? (
        <span class="chosen">
          {file.name}
          <button
            type="button"
            class="icon-button"
            aria-label={told.putAway(file.name)}
            title={told.putAway(file.name)}
            onClick={proposal.putAway}
          >
            <X aria-hidden="true" />
          </button>
        </span>
      ) : (
        <span class="hint">{told.fileHint}</span>
      )}
    </div>
  )
}
