import { lookLanguages } from '../../shared/look.ts'
import type { WrittenNotice } from '../models/notice.ts'
import { words } from '../words.ts'
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
        label={`${words.rules.notice} (${words.look.languageNames[language]})`}
        error={place === 0 ? error : null}
        hint={place === lookLanguages.length - 1 ? words.rules.noticeHint : undefined}
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
