import { audiences } from '../../../shared/article.ts'
import { lookLanguages } from '../../../shared/look.ts'
import { words as laterWords } from '../../later-words.ts'
import type { ArticleWriting, WrittenArticle } from '../../models/article-form.ts'
import type { Form } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'
import { ArticleBody } from './ArticleBody.tsx'
import { languageName } from './ArticleFilters.tsx'

interface ArticleFieldsProps {
  session: Session
  form: Form<WrittenArticle>
  attach: ArticleWriting['attach']
}

/** What an article says, whom it is for, and who looks after it. */
export function ArticleFields({ session, form, attach }: ArticleFieldsProps) {
  const { title, words: asking } = form.values.value
  const text = laterWords.knowledge
  return (
    <>
      <Field label={text.name} error={form.errors.value.title}>
        {(ids) => <input {...ids} maxLength={160} value={title} onInput={(event) => form.set({ title: event.currentTarget.value })} />}
      </Field>
      <ArticleBody session={session} form={form} attach={attach} />
      <Field label={text.words} hint={text.wordsHint}>
        {(ids) => <input {...ids} maxLength={400} value={asking} onInput={(event) => form.set({ words: event.currentTarget.value })} />}
      </Field>
      <Whom form={form} />
      <Care session={session} form={form} />
    </>
  )
}

function Whom({ form }: Pick<ArticleFieldsProps, 'form'>) {
  const { audience } = form.values.value
  const text = laterWords.knowledge
  return (
    <fieldset class="choices">
      <legend>{text.audience}</legend>
      {audiences.map((one) => (
        <label key={one} class="check">
          <input type="radio" name="audience" checked={audience === one} onChange={() => form.set({ audience: one })} />
          <span>
            {text.audiences[one]} <small class="hint">{text.audienceHints[one]}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Care({ session, form }: Omit<ArticleFieldsProps, 'attach'>) {
  const { me, desk, categories } = session
  const { language, category, owner, reviewOn, until } = form.values.value
  const errors = form.errors.value
  const text = laterWords.knowledge
  const people = [{ id: me.id, name: me.name }, ...desk.colleagues.value.filter(({ id }) => id !== me.id)]
  const languages = [...new Set([...lookLanguages, language])]
  const tree = categories.tree.value.filter(({ id, closed }) => !closed || id === category)
  return (
    <div class="in-a-row">
      <Field label={text.language}>
        {(ids) => (
          <select {...ids} value={language} onChange={(event) => form.set({ language: event.currentTarget.value })}>
            {languages.map((one) => (
              <option key={one} value={one}>
                {languageName(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={text.category} error={errors.category}>
        {(ids) => (
          <select {...ids} value={category} onChange={(event) => form.set({ category: event.currentTarget.value })}>
            <option value="">{text.noCategory}</option>
            {tree.map(({ id, path }) => (
              <option key={id} value={id}>
                {path}
              </option>
            ))}
          </select>
        )}
      </Field>
      {me.role !== 'agent' && (
        <Field label={text.owner} error={errors.owner}>
          {(ids) => (
            <select {...ids} value={owner} onChange={(event) => form.set({ owner: event.currentTarget.value })}>
              <option value="">{text.nobody}</option>
              {people.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field label={text.reviewOn}>
        {(ids) => <input {...ids} type="date" value={reviewOn} onInput={(event) => form.set({ reviewOn: event.currentTarget.value })} />}
      </Field>
      <Field label={text.readUntil} hint={text.readUntilHint}>
        {(ids) => <input {...ids} type="date" value={until} onInput={(event) => form.set({ until: event.currentTarget.value })} />}
      </Field>
    </div>
  )
}
