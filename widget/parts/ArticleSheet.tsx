import { useLayoutEffect, useRef } from 'preact/hooks'
import { ArticleText } from '../../shared/ui/ArticleText.tsx'
import { textOf } from '../../shared/ui/text.ts'
import { words } from '../article-words.ts'
import type { Reading } from '../models/reading.ts'
import { ArrowLeft } from './article-icons.tsx'

interface ArticleSheetProps {
  reading: Reading
  /** How its reader says that it helped. */
  yes: string
  judge(helped: boolean): void
}

/** An article, over all else; what lies below it stays as it is. */
export function ArticleSheet({ reading, yes, judge }: ArticleSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { fetched, close } = reading
  // The browser's own dialog keeps the focus, and gives it back.
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  const title = fetched.kind === 'here' ? textOf(fetched.page.title) : words.loading
  return (
    <dialog
      ref={dialog}
      class="article-sheet"
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // It is the article that closes, and not the widget.
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
    >
      <header>
        <button type="button" class="button small" onClick={close}>
          <ArrowLeft size={16} aria-hidden="true" />
          {words.back}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="article-body" tabIndex={0}>
        <Body reading={reading} />
      </div>
      {fetched.kind === 'here' ? (
        <footer>
          <p>{words.helps}</p>
          <button type="button" class="button primary" onClick={() => judge(true)}>
            {yes}
          </button>
          <button type="button" class="button" onClick={() => judge(false)}>
            {words.didNotHelp}
          </button>
        </footer>
      ) : null}
    </dialog>
  )
}

function Body({ reading: { fetched, again } }: { reading: Reading }) {
  switch (fetched.kind) {
    case 'coming':
      return <p role="status">{words.loading}</p>
    case 'gone':
      return <p role="alert">{words.gone}</p>
    case 'unreached':
      return (
        <div role="alert">
          <p>{words.unreached}</p>
          <button type="button" class="button" onClick={again}>
            {words.again}
          </button>
        </div>
      )
    case 'here':
      return (
        <article lang={fetched.page.language}>
          <h2>{textOf(fetched.page.title)}</h2>
          <ArticleText text={fetched.page.body} below={2} />
        </article>
      )
  }
}
