import type { Guide } from '../../../shared/protocol/guide.ts'
import { words as laterWords } from '../../later-words.ts'
import type { Form } from '../../models/form.ts'
import { type WrittenGuide, writtenGuide } from '../../models/guide-form.ts'
import type { Session } from '../../models/session.ts'
import { asMoment } from '../../models/time.ts'

/** Everything that was ever published of a guide; one can write on from each. */
export function GuideEditions({ guide, session, form }: { guide: Guide; session: Session; form: Form<WrittenGuide> }) {
  const { connection, notices } = session
  const writeOn = async (edition: number) => {
    try {
      const { content } = await connection.ask('guides:edition', { guide: guide.id, edition })
      const { owner, reviewOn } = form.values.peek()
      const before = form.values.peek()
      form.set(writtenGuide(content, owner, reviewOn))
      notices.done(laterWords.guides.editionTaken(edition), async () => form.set(before))
    } catch (error) {
      notices.refused(error)
    }
  }
  if (guide.editions.length === 0) return null
  return (
    <section class="guide-editions">
      <h3>{laterWords.guides.editions}</h3>
      <ul>
        {guide.editions.map(({ edition, at, by }) => (
          <li key={edition}>
            {laterWords.guides.editionAt(edition, asMoment(at), by ?? laterWords.guides.nobody)}{' '}
            <button type="button" class="link" onClick={() => void writeOn(edition)}>
              {laterWords.guides.editionBack}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
