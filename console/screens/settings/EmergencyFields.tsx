import { words as laterWords } from '../../later-words.ts'
import { NoticeFields } from '../../parts/NoticeFields.tsx'
import type { RulesPartProps } from './WaitingFields.tsx'

/** Closes a team at once, with a text that requesters read before they wait. */
export function EmergencyFields({ form }: Pick<RulesPartProps, 'form'>) {
  const { isShut, notice } = form.values.value
  return (
    <fieldset class="group">
      <legend>{laterWords.rules.emergency}</legend>
      <label class="check">
        <input type="checkbox" checked={isShut} onChange={(event) => form.set({ isShut: event.currentTarget.checked })} />
        {laterWords.rules.shut}
      </label>
      {isShut && <NoticeFields value={notice} error={form.errors.value.notice} onWritten={(notice) => form.set({ notice })} />}
    </fieldset>
  )
}
