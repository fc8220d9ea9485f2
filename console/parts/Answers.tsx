import { Fragment } from 'preact'
import type { Answer } from '../../shared/entry.ts'

/** What the requester answered to what the desk asks besides. */
export function Answers({ answers = [] }: { answers?: readonly Answer[] | undefined }) {
  if (answers.length === 0) return null
  return (
    <dl class="facts">
      {answers.map(({ label, text }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
