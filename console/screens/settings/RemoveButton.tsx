import { useState } from 'preact/hooks'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import { words } from '../../words.ts'

interface RemoveButtonProps {
  name: string
  /** At the first press: it can be undone. Otherwise at the second. */
  atOnce?: boolean
  remove: () => Promise<unknown>
  onDone: () => void
}

/** Removes something, and says so if it may not be removed. */
export function RemoveButton({ name, atOnce = false, remove, onDone }: RemoveButtonProps) {
  const [isSure, setSure] = useState(atOnce)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const press = async () => {
    if (!isSure) return setSure(true)
    try {
      await remove()
      onDone()
    } catch (error) {
      setSure(atOnce)
      setRefusal(error instanceof Refused ? error.code : 'unavailable')
    }
  }
  return (
    <>
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
        </p>
      )}
      <button type="button" class="button danger" onClick={() => void press()}>
        {isSure && !atOnce ? words.settings.removeSure(name) : words.settings.remove}
      </button>
    </>
  )
}
