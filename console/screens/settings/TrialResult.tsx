import { byTeam, type Comparison } from '../../../shared/simulation.ts'
import { locale } from '../../../shared/ui/language.ts'
import { words as laterWords } from '../../later-words.ts'
import type { TrialState } from '../../models/trial.ts'
import { linkTo, type SettingsPage } from '../../router.ts'
import { words } from '../../words.ts'
import { TrialTable } from './TrialTable.tsx'
import { WaitPlot } from './WaitPlot.tsx'

interface TrialResultProps {
  state: TrialState
  onStop: () => void
  /** Where the proposal stands and can be saved; none for whoever may not. */
  pages: readonly SettingsPage[]
}

/** How far a trial is, and what came of it. */
export function TrialResult({ state, onStop, pages }: TrialResultProps) {
  switch (state.at) {
    case 'none':
      return null
    case 'running':
      return (
        <div class="trial-progress">
          <p role="status">{laterWords.trying.running(Math.floor(state.percent / 10) * 10)}</p>
          <progress max={100} value={state.percent} aria-label={laterWords.trying.running(state.percent)} />
          <button type="button" class="button" onClick={onStop}>
            {laterWords.trying.stop}
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
          {laterWords.trying.gone}
        </p>
      )
    case 'done':
      return <Done comparison={state.comparison} isByChance={state.isByChance} pages={pages} />
  }
}

interface DoneProps extends Pick<TrialResultProps, 'pages'> {
  comparison: Comparison
  isByChance: boolean
}

function Done({ comparison, isByChance, pages }: DoneProps) {
  const { present, proposed, asked, agents } = comparison
  const teams = byTeam(comparison)
  const isCompared = proposed !== null
  const told = laterWords.trying
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
      {isCompared && pages.length > 0 && (
        <p class="trial-use">
          {told.use}
          {pages.map((page) => (
            <a key={page} href={linkTo({ at: 'settings', page })}>
              {words.settings.pages[page]}
            </a>
          ))}
        </p>
      )}
    </section>
  )
}
