import { lookLanguages } from '../../../shared/look.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import type { WrittenGuide } from '../../models/guide-form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'

/** What a guide is called, who finds it, and who looks after it. */
export function GuideFields({ session, form }: { session: Session; form: Form<WrittenGuide> }) {
  const { me, desk } = session
  const { name, language, words: asking, alone, owner, reviewOn } = form.values.value
  const errors = form.errors.value
  const people = [{ id: me.id, name: me.name }, ...desk.colleagues.value.filter(({ id }) => id !== me.id)]
  const languages = [...new Set([...lookLanguages, language])]
  const names: Partial<Record<string, string>> = laterWords.look.languageNames
  return (
    <div class="panel guide-facts">
      <Field label={laterWords.guides.name} hint={laterWords.guides.nameHint} error={errors.name}>
        {(ids) => <input {...ids} maxLength={80} value={name} onInput={(event) => form.set({ name: event.currentTarget.value })} />}
      </Field>
      <Field label={laterWords.guides.words} hint={laterWords.guides.wordsHint}>
        {(ids) => <input {...ids} maxLength={400} value={asking} onInput={(event) => form.set({ words: event.currentTarget.value })} />}
      </Field>
      <div class="in-a-row">
        <Field label={laterWords.guides.language}>
          {(ids) => (
            <select {...ids} value={language} onChange={(event) => form.set({ language: event.currentTarget.value })}>
              {languages.map((one) => (
                <option key={one} value={one}>
                  {names[one] ?? one}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={laterWords.guides.owner} error={errors.owner}>
          {(ids) => (
            <select {...ids} value={owner} onChange={(event) => form.set({ owner: event.currentTarget.value })}>
              <option value="">{laterWords.guides.nobody}</option>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={laterWords.guides.reviewOn}>
          {(ids) => <input {...ids} type="date" value={reviewOn} onInput={(event) => form.set({ reviewOn: event.currentTarget.value })} />}
        </Field>
      </div>
      <label class="check">
        <input type="checkbox" checked={alone} onChange={(event) => form.set({ alone: event.currentTarget.checked })} />
        {laterWords.guides.alone}
      </label>
    </div>
  )
}
