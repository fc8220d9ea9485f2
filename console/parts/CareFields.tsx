import type { Care } from '../../shared/protocol/care.ts'
import { words as laterWords } from '../later-words.ts'
import { useAsked } from '../models/asked.ts'
import type { Session } from '../models/session.ts'
import { Field } from './Field.tsx'

/** Whether the line takes care of a requester, for those who oversee it. What is changed is saved at once, and can be undone. */
export function CareFields({ requester, session }: { requester: { id: string; name: string }; session: Session }) {
  const { connection, desk, notices } = session
  const asked = useAsked(connection, 'care:read', { requester: requester.id })
  const { answer } = asked
  if (!answer) return null
  const keep = async (care: Care) => {
    await connection.ask('care:save', { requester: requester.id, ...care })
    asked.again()
  }
  const save = (care: Care) =>
    keep(care).then(() => notices.done(laterWords.distribution.careSaved(requester.name), () => keep(answer)), notices.refused)
  return (
    <div class="stack">
      <label class="check">
        <input type="checkbox" checked={answer.vip} onChange={(event) => void save({ ...answer, vip: event.currentTarget.checked })} />
        {laterWords.distribution.vip}
      </label>
      <Field label={laterWords.distribution.namedAgent}>
        {(ids) => (
          <select
            {...ids}
            value={answer.agent ?? ''}
            onChange={(event) => void save({ ...answer, agent: event.currentTarget.value || null })}
          >
            <option value="">{laterWords.distribution.lastAgent}</option>
            {desk.colleagues.value.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
