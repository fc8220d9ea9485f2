import { Paperclip } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { putIn } from '../../../shared/ui/put-in.ts'
import { words as laterWords } from '../../later-words.ts'
import type { ArticleWriting, WrittenArticle } from '../../models/article-form.ts'
import type { Form } from '../../models/form.ts'
import type { Session } from '../../models/session.ts'
import { Field } from '../../parts/Field.tsx'

interface ArticleBodyProps {
  session: Session
  form: Form<WrittenArticle>
  attach: ArticleWriting['attach']
}

/** The text of an article; pictures and files that are pasted, dropped or chosen stand where the cursor is. */
export function ArticleBody({ session, form, attach }: ArticleBodyProps) {
  const text = laterWords.knowledge
  const area = useRef<HTMLTextAreaElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const [isBusy, setBusy] = useState(false)

  const take = async (list: FileList | null | undefined) => {
    const files = [...(list ?? [])]
    if (files.length === 0 || isBusy) return
    setBusy(true)
    try {
      const shown = await attach(files)
      if (shown) putPiece(shown)
    } catch (error) {
      session.notices.refused(error)
    }
    setBusy(false)
  }
  const putPiece = (shown: string) => {
    const at = area.current?.selectionEnd
    const body = withPiece(form.values.peek().body, shown, at)
    // Whoever goes on writing meanwhile goes on where he was.
    if (document.activeElement === area.current) putIn(area.current, body, at)
    form.set({ body })
  }
  const hears = (files: FileList | undefined, event: Event) => {
    if (!files?.length) return
    event.preventDefault()
    void take(files)
  }

  return (
    <>
      <Field label={text.text} hint={text.textHint}>
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            class="body"
            maxLength={38_000}
            value={form.values.value.body}
            onInput={(event) => form.set({ body: event.currentTarget.value })}
            onPaste={(event) => hears(event.clipboardData?.files, event)}
            onDrop={(event) => hears(event.dataTransfer?.files, event)}
          />
        )}
      </Field>
      <div class="article-files">
        <button type="button" class="button" aria-disabled={isBusy} onClick={() => chooser.current?.click()}>
          <Paperclip aria-hidden="true" /> {text.attach}
        </button>
        <input
          ref={chooser}
          type="file"
          multiple
          hidden
          aria-label={text.attach}
          onChange={({ currentTarget }) => {
            void take(currentTarget.files).then(() => {
              currentTarget.value = ''
            })
          }}
        />
        <span role="status">{isBusy && text.attaching}</span>
      </div>
    </>
  )
}

/** Put in on lines of its own, behind the line where the cursor was. */
function withPiece(body: string, piece: string, at = body.length): string {
  const end = body.indexOf('\n', at)
  const place = end < 0 ? body.length : end
  const [before, after] = [body.slice(0, place).trimEnd(), body.slice(place).trimStart()]
  return [before, piece, after].filter(Boolean).join('\n\n')
}
