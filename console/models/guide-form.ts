import { type GuideContent, type GuideStep, mostGuideBytes } from '../../shared/guide.ts'
import { bytesOf } from '../../shared/guide-flaws.ts'
import type { Guide } from '../../shared/protocol/guide.ts'
import { Refused } from '../../shared/refusal.ts'
import { words as laterWords } from '../later-words.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import { createForm, type Form } from './form.ts'
import { readWords } from './guide-writing.ts'
import type { Session } from './session.ts'

/** A guide as it stands in its fields. */
export interface WrittenGuide {
  name: string
  language: string
  words: string
  alone: boolean
  owner: string
  reviewOn: string
  steps: GuideStep[]
}

export interface GuideWriting {
  form: Form<WrittenGuide>
  /** As it was last kept; null where it never was. */
  kept(): Guide | null
  /** Keeps what is written and lets people be guided by it; null where it could not be kept. */
  publish(): Promise<Guide | null>
  withdraw(): Promise<void>
  remove(): Promise<void>
}

interface Begun {
  id: string
  known: Guide | null
  /** What a new one begins with. */
  content: GuideContent | undefined
  /** Under which name this browser keeps what is not saved yet. */
  unsavedAs: string
  onKept: (guide: Guide) => void
  onGone: () => void
}

/** The form in which a guide is written. */
export function writeGuide(
  { connection, me, notices, unsaved }: Session,
  { id, known, content, unsavedAs, onKept, onGone }: Begun,
): GuideWriting {
  let kept = known
  const keep = (guide: Guide) => {
    kept = guide
    onKept(guide)
  }
  const draft = known?.draft ?? content
  const initial = writtenGuide(draft, known ? known.owner : me.id, known?.reviewOn ?? null)
  const form = createForm<WrittenGuide>(initial, {
    unsaved: unsaved.of(`guide:${unsavedAs}`),
    check: ({ name }) => ({ name: name.trim() ? null : laterWords.guides.nameMissing }),
    about: { 'no-such-agent': 'owner' },
    async save(written) {
      // The line would not carry it.
      if (bytesOf(contentOf(written)) > mostGuideBytes) throw new Refused('too-large')
      const { owner, reviewOn } = written
      const version = kept?.version ?? 0
      keep(
        await connection.ask('guides:save', {
          guide: id,
          version,
          owner: owner || null,
          reviewOn: reviewOn || null,
          content: contentOf(written),
        }),
      )
    },
    saved(undo) {
      notices.done(words.settings.savedPage, known ? undo : () => remove())
      if (!kept || masksIn(kept.draft) === masksIn(contentOf(form.values.peek()))) return
      form.fillIn(writtenGuide(kept.draft, kept.owner, kept.reviewOn))
      notices.tell(laterWords.guides.masked, 'bad')
    },
  })

  async function remove() {
    if (!kept) return
    const { name, version } = kept
    await connection.ask('guides:remove', { guide: id, version })
    onGone()
    notices.done(words.settings.removed(name), () =>
      connection.ask('guides:restore', { guide: id }).then(() => go({ at: 'settings', page: 'guides' })),
    )
  }

  return {
    form,
    kept: () => kept,
    remove,
    async publish() {
      if (!kept || form.isChanged.peek()) await form.submit()
      if (!kept || form.isChanged.peek()) return null
      keep(await connection.ask('guides:publish', { guide: id, version: kept.version }))
      return kept
    },
    async withdraw() {
      if (kept) keep(await connection.ask('guides:withdraw', { guide: id, version: kept.version }))
    },
  }
}

/** How often the desk laid a mask over something. */
const masksIn = (content: GuideContent) => JSON.stringify(content).split('•'.repeat(8)).length

/** A guide as it is written into fields. */
export function writtenGuide(content: GuideContent | undefined, owner: string | null, reviewOn: string | null): WrittenGuide {
  const { name = '', language = 'en', words: asking = [], alone = true, steps = [] } = content ?? {}
  return { name, language, words: asking.join(', '), alone, owner: owner ?? '', reviewOn: reviewOn ?? '', steps }
}

/** What stands in the fields, as a guide. */
export const contentOf = ({ name, language, words: asking, alone, steps }: WrittenGuide): GuideContent => ({
  name: name.trim(),
  language,
  words: readWords(asking),
  alone,
  steps,
})
