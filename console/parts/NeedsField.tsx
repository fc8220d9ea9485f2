import { useEffect, useRef, useState } from 'preact/hooks'
import type { Need } from '../../shared/skills.ts'
import { words as laterWords } from '../later-words.ts'
import { readNeeds, readSkills, writtenNeeds } from '../models/skills.ts'
import { Field } from './Field.tsx'

const most = 10

interface NeedsFieldProps {
  /** What was said of this very chat; absent where that is what its topic says. */
  needs: readonly Need[] | undefined
  onDone(needs: Need[]): void
}

/** What whoever gets this chat must know. It is kept as soon as somebody turns to something else; what is preferred stays. */
export function NeedsField({ needs = [], onDone }: NeedsFieldProps) {
  const saved = writtenNeeds(needs, true)
  const [draft, setDraft] = useState(saved)
  const [isWrong, setWrong] = useState(false)
  // What was kept already, though it is not heard of yet.
  const kept = useRef(saved)
  useEffect(() => {
    setDraft(saved)
    kept.current = saved
  }, [saved])
  const done = () => {
    const preferred = needs.filter(({ required }) => !required)
    const read = readSkills(draft)
    const isFine = read !== null && read.length + preferred.length <= most
    setWrong(!isFine)
    if (!isFine || draft.trim() === kept.current) return
    kept.current = draft.trim()
    onDone([...readNeeds(draft, true), ...preferred])
  }
  return (
    <Field
      label={laterWords.distribution.needs}
      hint={laterWords.distribution.needsHint}
      error={isWrong ? laterWords.distribution.skillsWrong : null}
    >
      {(ids) => (
        <input
          {...ids}
          maxLength={600}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onBlur={done}
          onKeyDown={(event) => event.key === 'Enter' && done()}
        />
      )}
    </Field>
  )
}
