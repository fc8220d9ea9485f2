import { useEffect, useState } from 'preact/hooks'
import type { GuideContent } from '../../../shared/guide.ts'
import { type GuideMove, replayed } from '../../../shared/guide-replay.ts'
import { words } from '../../later-words.ts'
import type { CallForm } from '../../models/call-log.ts'
import { usePictures } from '../../models/guide-pictures.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../Field.tsx'
import { useGuideCard } from '../guide-later.ts'

/** A guide that the agent goes through by himself while he talks: what he finds at each step goes onto the ticket. */
export function CallGuide({ form, session }: { form: CallForm; session: Session }) {
  const { guides } = session
  const { guide } = form.values.value
  useEffect(() => void guides.load(), [guides])
  const content = useEdition(session, guide)
  if (guide) return <Checklist form={form} session={session} content={content} moves={guide.moves} />
  if (guides.list.value.length === 0) return null
  return (
    <Field label={words.calls.guide}>
      {(ids) => (
        <select
          {...ids}
          value=""
          onChange={({ currentTarget }) => {
            const chosen = guides.list.peek().find(({ id }) => id === currentTarget.value)
            if (chosen?.edition) form.set({ guide: { guide: chosen.id, edition: chosen.edition, moves: [] } })
          }}
        >
          <option value="">{words.calls.noGuide}</option>
          {guides.list.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ChecklistProps {
  form: CallForm
  session: Session
  content: GuideContent | null
  moves: readonly GuideMove[]
}

function Checklist({ form, session, content, moves }: ChecklistProps) {
  const { me } = session
  const card = useGuideCard()
  const pictures = usePictures(session)
  const gone = content && replayed(content, moves, { by: me.id, at: '' })
  const go = (next: readonly GuideMove[]) => {
    const { guide } = form.values.peek()
    if (guide) form.set({ guide: { ...guide, moves: [...next] } })
  }
  const back = () => go(moves.slice(0, -1))
  return (
    <div class="call-guide">
      {card && gone && (
        <card.GuideCard
          run={gone.run}
          nameOf={() => ''}
          me={me.id}
          pictures={pictures}
          {...(!gone.end && {
            answer: (answer) => go([...moves, answer]),
            back,
            skip: (reason: string) => go([...moves, { skip: reason }]),
          })}
          isAgent
        />
      )}
      <p class="buttons">
        {gone?.end && (
          <>
            <span role="status">{words.calls.guideOver[gone.end]}</span>
            <button type="button" class="link" onClick={back}>
              {words.calls.guideBack}
            </button>
          </>
        )}
        <button type="button" class="link" onClick={() => form.set({ guide: null })}>
          {words.calls.guideAway}
        </button>
      </p>
    </div>
  )
}

/** As it was published when the call began; null until it is there. */
function useEdition({ connection }: Session, wanted: { guide: string; edition: number } | null): GuideContent | null {
  const [content, setContent] = useState<GuideContent | null>(null)
  const [guide, edition] = [wanted?.guide, wanted?.edition]
  useEffect(() => {
    setContent(null)
    if (!guide || !edition) return
    let isHere = true
    const ask = () =>
      connection.ask('guides:edition', { guide, edition }).then(
        (answer) => isHere && setContent(answer.content),
        // Asked again when the line is back.
        () => undefined,
      )
    const stop = connection.onBack(() => void ask())
    void ask()
    return () => {
      isHere = false
      stop()
    }
  }, [connection, guide, edition])
  return content
}
