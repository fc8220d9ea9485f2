import { useState } from 'preact/hooks'
import type { GuardRules } from '../../../shared/guard.ts'
import { findSecrets, masked } from '../../../shared/secrets.ts'
import { words as secretWords } from '../../../shared/ui/guard-words.ts'
import { words as laterWords } from '../../later-words.ts'
import { Field } from '../../parts/Field.tsx'

/** What would become of a text by the rules as they stand in the form. Nothing of it leaves this page. */
export function GuardTry({ rules }: { rules: GuardRules }) {
  const [text, setText] = useState('')
  const found = findSecrets(text, rules)
  return (
    <>
      <Field label={laterWords.guard.tryOut} hint={laterWords.guard.tryHint}>
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={4000}
            spellcheck={false}
            autocomplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {text && (
        <p class="said" role="status">
          {found.length === 0
            ? laterWords.guard.nothingFound
            : laterWords.guard.found(
                [...new Set(found.map(({ kind, name }) => name ?? secretWords.kinds[kind]))].join(', '),
                masked(text, rules),
              )}
        </p>
      )}
    </>
  )
}
