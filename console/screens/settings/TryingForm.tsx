import { useEffect, useState } from 'preact/hooks'
import type { TeamRouting } from '../../../shared/team-routing.ts'
import { readDistribution, type WrittenDistribution, writtenDistribution, wrongDistribution } from '../../models/distribution.ts'
import { createForm } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { createTrial } from '../../models/trial.ts'
import { readTraffic, usualTraffic, type WrittenTrial, wrongTraffic } from '../../models/trying.ts'
import { go } from '../../router.ts'
import { words } from '../../words.ts'
import { DistributionFields } from './DistributionFields.tsx'
import { TrafficFields } from './TrafficFields.tsx'
import { TrialResult } from './TrialResult.tsx'

interface TryingFormProps {
  session: Session
  team: string
  routing: TeamRouting
}

/** Traffic, and what is proposed for one team; below, what came of it. */
export function TryingForm({ session, team, routing }: TryingFormProps) {
  const { connection, me, unsaved } = session
  const today = dayOf(new Date())
  const [trial] = useState(() => createTrial(connection))
  const [form] = useState(() =>
    createForm<WrittenTrial>(
      { ...usualTraffic(today), ...writtenDistribution(routing) },
      {
        check: (written) => ({ ...wrongTraffic(written, today), ...wrongDistribution(written) }),
        save: async (written) => {
          void trial.start({ team, routing: { ...routing, ...readDistribution(written) }, ...readTraffic(written), seed: 1 })
        },
      },
    ),
  )
  useEffect(() => trial.leave, [trial])
  const state = trial.state.value

  function use() {
    const [now, wanted] = [writtenDistribution(routing), form.values.peek()]
    const fields = (Object.keys(now) as (keyof WrittenDistribution)[]).filter((field) => now[field] !== wanted[field])
    const changed = Object.fromEntries(fields.map((field) => [field, wanted[field]])) as Partial<WrittenDistribution>
    unsaved.of<WrittenDistribution>(`distribution:${team}`).write(changed)
    go({ at: 'settings', page: 'distribution' })
  }

  return (
    <>
      <form class="stack" noValidate onSubmit={(event) => void form.submit(event)}>
        <TrafficFields form={form} today={today} />
        <details class="panel by-team" open>
          <summary>{words.trying.proposal}</summary>
          <p class="hint">{words.trying.proposalHint}</p>
          <div class="stack">
            <DistributionFields form={form} />
          </div>
        </details>
        <div class="row">
          {/* Not disabled: that would take the focus away from whoever pressed it. */}
          <button type="submit" class="button primary" aria-disabled={state.at === 'running'}>
            {words.trying.run}
          </button>
        </div>
      </form>
      <TrialResult state={state} onStop={trial.stop} onUse={me.role === 'administrator' ? use : null} />
    </>
  )
}

/** A day as a date field has it, where the reader is. */
const dayOf = (date: Date) =>
  [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-')
