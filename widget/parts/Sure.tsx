import { useEffect, useRef, useState } from 'preact/hooks'
import { words } from '../talk-words.ts'

interface SureProps {
  go: string
  question: string
  yes: string
  onYes(): void
}

/** A button that asks once more, since what it does cannot be taken back. */
export function Sure({ go, question, yes, onYes }: SureProps) {
  const [isAsking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isAsking) dialog.current?.showModal()
  }, [isAsking])
  const stop = () => {
    setAsking(false)
    opener.current?.focus()
  }
  return (
    <>
      <button type="button" class="button small" ref={opener} onClick={() => setAsking(true)}>
        {go}
      </button>
      {isAsking ? (
        <dialog
          ref={dialog}
          class="sure"
          aria-label={question}
          onClose={stop}
          onKeyDown={(event) => {
            // Escape answers the question here, and does not close the widget as well.
            if (event.key === 'Escape') event.stopPropagation()
          }}
        >
          <p>{question}</p>
          <div class="row">
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {words.no}
            </button>
            <button
              type="button"
              class="button danger"
              onClick={() => {
                dialog.current?.close()
                onYes()
              }}
            >
              {yes}
            </button>
          </div>
        </dialog>
      ) : null}
    </>
  )
}
