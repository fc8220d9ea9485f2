import { useEffect, useRef, useState } from 'preact/hooks'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import type { DeskSettings } from '../../../shared/queue.ts'
import { http } from '../../http.ts'
import { words as laterWords } from '../../later-words.ts'
import { createForm, focusFirstWrong } from '../../models/form.ts'
import { createProposal } from '../../models/proposal.ts'
import type { Session } from '../../models/session.ts'
import { createTrial } from '../../models/trial.ts'
import { readTraffic, usualTraffic, type WrittenTraffic, wrongTraffic } from '../../models/trying.ts'
import { ProposalFields } from './ProposalFields.tsx'
import { TrafficFields } from './TrafficFields.tsx'
import { TrialResult } from './TrialResult.tsx'

interface TryingFormProps {
  session: Session
  teams: readonly [TeamSettings, ...TeamSettings[]]
  numbers: DeskSettings
}

/** Traffic, and what is proposed; below, what came of it. */
export function TryingForm({ session, teams, numbers }: TryingFormProps) {
  const { connection, me, unsaved } = session
  const today = dayOf(new Date())
  const whole = useRef<HTMLFormElement>(null)
  const [trial] = useState(() => createTrial(connection))
  const [proposal] = useState(() => {
    const routingOf = async (team: string) => (await connection.ask('routing:read', { team })).routing
    return createProposal({ http, unsaved, teams, numbers, routingOf })
  })
  const [form] = useState(() =>
    createForm<WrittenTraffic>(usualTraffic(today, teams[0].id), {
      check: (written) => wrongTraffic(written, today),
      save: async (written) => {
        const ready = await proposal.ready()
        if (ready === 'not-yet') return focusFirstWrong(whole.current)
        void trial.start({ ...readTraffic(written), proposal: ready.proposal, seed: 1 })
      },
    }),
  )
  useEffect(
    () => () => {
      proposal.leave()
      trial.leave()
    },
    [proposal, trial],
  )
  const state = trial.state.value

  return (
    <>
      <form ref={whole} class="stack trying-form" noValidate onSubmit={(event) => void form.submit(event)}>
        <TrafficFields form={form} today={today} teams={teams} />
        <ProposalFields session={session} proposal={proposal} teams={teams} numbers={numbers} />
        <div class="row">
          {/* Not disabled: that would take the focus away from whoever pressed it. */}
          <button type="submit" class="button primary" aria-disabled={state.at === 'running' || form.state.value === 'busy'}>
            {laterWords.trying.run}
          </button>
        </div>
      </form>
      <TrialResult state={state} onStop={trial.stop} pages={me.role === 'administrator' ? proposal.places.value : []} />
    </>
  )
}

/** A day as a date field has it, where the reader is. */
const dayOf = (date: Date) =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')
