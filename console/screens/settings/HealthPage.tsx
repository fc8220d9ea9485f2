import { CircleCheck, CircleX, TriangleAlert } from 'lucide-preact'
import { useEffect, useState } from 'preact/hooks'
import { type DoctorWords, type Finding, type Grade, gradeOf, organOf, worded } from '../../../shared/doctor.ts'
import { useAsked } from '../../models/asked.ts'
import { doctorWords } from '../../models/doctor-words.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'
import { Loading } from '../../parts/Loading.tsx'
import { words } from '../../words.ts'

/** How the house itself is: what `npm run doctor` finds, and how to mend it. */
export function HealthPage({ session: { connection } }: { session: Session }) {
  const asked = useAsked(connection, 'health:examine', {})
  const [texts, setTexts] = useState<DoctorWords | null>(null)
  useEffect(() => void doctorWords().then(setTexts), [])
  return (
    <>
      <h2>{words.settings.pages.health}</h2>
      <p class="hint">{withCode(words.settings.healthHint)}</p>
      <Loading from={texts ? asked : { ...asked, answer: null }}>
        {({ findings, at }) => (
          <>
            <p role="status" class="health-sum">
              {words.settings.healthSum(count(findings, 'broken'), count(findings, 'warning'))}{' '}
              <span class="muted">{words.settings.healthAt(asMoment(at))}</span>
            </p>
            {texts && <Findings findings={findings} texts={texts} />}
            <div class="buttons start">
              <button type="button" class="button" onClick={asked.again}>
                {words.settings.healthAgain}
              </button>
            </div>
          </>
        )}
      </Loading>
    </>
  )
}

const count = (findings: readonly Finding[], grade: Grade) => findings.filter((finding) => gradeOf(finding) === grade).length

/** What presses comes first. */
function Findings({ findings, texts }: { findings: readonly Finding[]; texts: DoctorWords }) {
  const sorted = (['broken', 'warning', 'ok'] as const).flatMap((grade) => findings.filter((finding) => gradeOf(finding) === grade))
  return (
    <ul class="health">
      {sorted.map((finding) => {
        const grade = gradeOf(finding)
        const Sign = signs[grade]
        const { organ, says, mend } = worded(finding, texts)
        return (
          <li key={`${organOf(finding)} ${finding.facts.organ ?? ''}`} class={grade}>
            <Sign aria-hidden="true" />
            <h3>{organ}</h3>
            <span class={`badge ${grade}`}>{texts.grades[grade]}</span>
            <p>{withCode(says)}</p>
            {mend && <p class="mend">{withCode(mend)}</p>}
          </li>
        )
      })}
    </ul>
  )
}

/** What is to be typed stands between backticks. */
const withCode = (text: string) => text.split('`').map((part, place) => (place % 2 ? <code key={place}>{part}</code> : part))

const signs = { ok: CircleCheck, warning: TriangleAlert, broken: CircleX }
