import { lookLanguages } from '../../shared/look.ts'
import { words as laterWords } from '../later-words.ts'
import type { WrittenNotice } from '../models/notice.ts'
import { Field } from './Field.tsx'

interface NoticeFieldsProps {
  value: WrittenNotice
  error: string | null | undefined
  onWritten(value: WrittenNotice): void
}

/** What requesters read, in each language that the widget may speak. */
export const NoticeFields = ({ value, error, onWritten }: NoticeFieldsProps) => (
  <>
    {lookLanguages.map((language, place) => (
      <Field
        key={language}
        label={`${laterWords.rules.notice} (${laterWords.look.languageNames[language]})`}
        error={place === 0 ? error : null}
        hint={place === lookLanguages.length - 1 ? laterWords.rules.noticeHint : undefined}
      >
        {(ids) => (
          <textarea
            {...ids}
            rows={2}
            maxLength={300}
            lang={language}
            value={value[language]}
            onInput={(event) => onWritten({ ...value, [language]: event.currentTarget.value })}
          />
        )}
      </Field>
    ))}
  </>
)
