import { newId } from '../../shared/client/ids.ts'
import { type LookField, type LookLanguage, type LookTexts, lookLanguages, type WidgetLook } from '../../shared/look.ts'
import { words as laterWords } from '../later-words.ts'
import type { Errors } from './form.ts'
import { linesOf } from './lines.ts'

/** A field for requesters, as it is written: choices stand one a line. */
export interface WrittenField extends Omit<LookField, 'choices'> {
  choices: string
}

/** How the widget looks, as it is written in a form. */
export interface WrittenLook extends Omit<WidgetLook, 'texts' | 'accent' | 'fields'> {
  texts: Record<LookLanguage, LookTexts>
  /** Empty is Firstline's own. */
  accent: string
  fields: WrittenField[]
}

const nothing: LookTexts = { name: '', greeting: '', hint: '' }

export const writtenLook = (look: WidgetLook): WrittenLook => ({
  ...look,
  texts: { en: look.texts.en ?? nothing, de: look.texts.de ?? nothing },
  accent: look.accent ?? '',
  fields: look.fields.map((field) => ({ ...field, choices: field.choices.join('\n') })),
})

/** What is not readable yet is left out, so that a preview can follow every key. */
export const readLook = ({ texts, accent, fields, ...rest }: WrittenLook): WidgetLook => ({
  ...rest,
  texts: Object.fromEntries(lookLanguages.filter((one) => isWorded(texts[one])).map((one) => [one, trimmed(texts[one])])),
  accent: isColour(accent) ? accent.trim().toLowerCase() : null,
  fields: fields
    .map((field) => ({ ...field, label: field.label.trim(), choices: linesOf(field.choices) }))
    .filter(({ label }) => label !== ''),
})

export const newField = (): WrittenField => ({ id: newId(), label: '', required: false, choices: '' })

/** What is wrong, field by field. Each field for requesters has a key of its own in `fieldErrors`. */
export function wrongIn({ accent, fields, languages }: WrittenLook): Errors<WrittenLook> {
  return {
    accent: !accent.trim() || isColour(accent) ? null : laterWords.look.colourWrong,
    fields: fields.every((field) => wrongField(field) === null) ? null : laterWords.look.fieldsWrong,
    languages: languages.length > 0 ? null : laterWords.look.languageMissing,
  }
}

export function wrongField({ label, choices }: WrittenField): string | null {
  if (!label.trim()) return laterWords.look.labelMissing
  const lines = linesOf(choices)
  if (lines.length > 20) return laterWords.look.choicesMany
  return lines.every((line) => line.length <= 60) ? null : laterWords.look.choiceLong
}

/** The language to show first: the reader's own, if the widget speaks it. */
export const shownFirst = ({ languages }: Pick<WidgetLook, 'languages'>): LookLanguage =>
  languages.find((language) => language === document.documentElement.lang) ?? languages[0] ?? 'en'

export const isColour = (written: string) => /^#[0-9a-f]{6}$/i.test(written.trim())

const isWorded = (texts: LookTexts) => Object.values(texts).some((text) => text.trim())

const trimmed = ({ name, greeting, hint }: LookTexts): LookTexts => ({ name: name.trim(), greeting: greeting.trim(), hint: hint.trim() })
