import { byTeam, type Comparison } from '../../../shared/simulation.ts'
import { locale } from '../../../shared/ui/language.ts'
import type { TrialState } from '../../models/trial.ts'
import { words } from '../../words.ts'
import { TrialTable } from './TrialTable.tsx'
import { WaitPlot } from './WaitPlot.tsx'

interface TrialResultProps {
  state: TrialState
  onStop: () => void
  /** Takes the proposal over; absent for whoever may not save it. */
  onUse: (() => void) | null
}

/** How far a trial is, and what came of it. */
export function TrialResult({ state, onStop, onUse }: TrialResultProps) {
  switch (state.at) {
    case 'none':
      return null
    case 'running':
      return (
        <div class="trial-progress">
          <p role="status">{words.trying.running(Math.floor(state.percent / 10) * 10)}</p>
          <progress max={100} value={state.percent} aria-label={words.trying.running(state.percent)} />
          <button type="button" class="button" onClick={onStop}>
            {words.trying.stop}
          </button>
        </div>
      )
    case 'refused':
      return (
        <p class="said bad" role="alert">
          {words.refused[state.refusal]}
        </p>
      )
    case 'gone':
      return (
        <p class="said bad" role="alert">
          {words.trying.gone}
        </p>
      )
    case 'done':
      return <Done comparison={state.comparison} isByChance={state.isByChance} onUse={onUse} />
  }
}

function Done({ comparison, isByChance, onUse }: { comparison: Comparison; isByChance: boolean; onUse: (() => void) | null }) {
  const { present, proposed, asked, agents } = comparison
  const teams = byTeam(comparison)
  const isCompared = proposed !== null
  const told = words.trying
  return (
    <section class="trial" aria-labelledby="trial-result">
      <h3 id="trial-result">{told.result}</h3>
      <p class="sr-only" role="status">
        {told.done}
      </p>
      <p class="hint">{told.about(asked.toLocaleString(locale), agents.toLocaleString(locale))}</p>
      <TrialTable name={told.result} present={present.all} proposed={proposed?.all ?? null} isCompared={isCompared} />
      <p class="hint">
        {told.passedByHint} {told.fairnessHint}
      </p>
      <WaitPlot comparison={comparison} isByChance={isByChance} />
      {teams.length > 1 &&
        teams.map((one) => (
          <details key={one.team}>
            <summary>{one.team}</summary>
            <TrialTable name={one.team} present={one.present} proposed={one.proposed} isCompared={isCompared} />
          </details>
        ))}
      {onUse && (
        <div class="trial-use">
          <button type="button" class="button primary" onClick={onUse}>
            {told.use}
          </button>
          <span class="hint">{told.useHint}</span>
        </div>
      )}
    </section>
  )
}
