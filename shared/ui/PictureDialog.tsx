import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { FileDesk } from '../client/file-desk.ts'
import type { AttachedFile } from '../files.ts'
import { X } from './icon.tsx'
import { Download } from './icons.tsx'
import { sizeOf } from './sizes.ts'
import { words } from './words.ts'

interface PictureDialogProps {
  file: AttachedFile
  /** What it shows, where somebody said that. */
  text?: string
  desk: Pick<FileDesk, 'whole' | 'save'>
  close(): void
}

/** A picture as large as there is room. The browser's own dialog keeps the focus and gives it back. */
export function PictureDialog({ file, text = file.name, desk, close }: PictureDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [isGone, setGone] = useState(false)
  useLayoutEffect(() => {
    const shown = dialog.current
    shown?.showModal()
    return () => shown?.close()
  }, [])
  useEffect(() => {
    let isHere = true
    desk.whole(file).then(
      (url) => isHere && setAddress(url),
      () => isHere && setGone(true),
    )
    return () => {
      isHere = false
    }
  }, [desk, file])
  return (
    <dialog
      ref={dialog}
      class="picture-dialog"
      aria-label={text}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // It is the picture that closes, and nothing around it.
        event.preventDefault()
        event.stopPropagation()
        close()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close()
      }}
    >
      <header>
        <b>{text}</b>
        <span>{sizeOf(file.size)}</span>
        <button
          type="button"
          class="icon-button"
          aria-label={words.files.save(file.name, sizeOf(file.size))}
          title={words.files.download}
          onClick={() => void desk.save(file).catch(() => setGone(true))}
        >
          <Download size={18} aria-hidden="true" />
        </button>
        <button type="button" class="icon-button" aria-label={words.files.close} title={words.files.close} onClick={close}>
          <X size={18} aria-hidden="true" />
        </button>
      </header>
      {isGone ? (
        <p role="alert">{words.files.gone(file.name)}</p>
      ) : address ? (
        <img src={address} alt={text} width={file.width} height={file.height} />
      ) : (
        <p role="status">{words.files.fetching}</p>
      )}
    </dialog>
  )
}
