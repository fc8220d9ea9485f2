import type { ComponentChildren } from 'preact'
import type { TeamSettings } from '../../../shared/protocol/admin.ts'
import { Field } from '../../parts/Field.tsx'

interface TeamChoiceProps {
  label: string
  teams: readonly TeamSettings[]
  value: string
  choose(value: string): void
  /** What may be chosen besides. */
  children?: ComponentChildren
}

/** One of the teams. */
export const TeamChoice = ({ label, teams, value, choose, children }: TeamChoiceProps) => (
  <Field label={label}>
    {(ids) => (
      <select {...ids} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        {children}
      </select>
    )}
  </Field>
)
