import { useState } from 'preact/hooks'
import { sentenceOf } from '../../models/notices.ts'
import { words } from '../../words.ts'

interface RemoveButtonProps {
  remove: () => Promise<unknown>
  onDone: () => void
}

/** Removes something at the first press, since it can be taken back; and says so if it may not be removed. */
export function RemoveButton({ remove, onDone }: RemoveButtonProps) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const press = () => remove().then(onDone, (error: unknown) => setRefusal(sentenceOf(error)))
  return (
    <>
      {refusal && (
        <p class="said bad" role="alert">
          {refusal}
        </p>
      )}
      <button type="button" class="button danger" onClick={() => void press()}>
        {words.settings.remove}
      </button>
    </>
  )
}
