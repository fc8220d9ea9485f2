import { useState } from 'preact/hooks'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import { words } from '../../words.ts'

/** Removes something at the second press, and says so if it may not be removed. */
export function RemoveButton({ name, remove, onDone }: { name: string; remove: () => Promise<unknown>; onDone: () => void }) {
  const [isSure, setSure] = useState(false)
  const [refusal, setRefusal] = useState<RefusalCode | null>(null)
  const press = async () => {
    if (!isSure) return setSure(true)
    try {
      await remove()
      onDone()
    } catch (error) {
      setSure(false)
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
        {isSure ? words.settings.removeSure(name) : words.settings.remove}
      </button>
    </>
  )
}
