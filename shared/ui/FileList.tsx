import { useEffect, useState } from 'preact/hooks'
import type { ChatFiles } from '../client/chat-files.ts'
import type { FileDesk } from '../client/file-desk.ts'
import type { AttachedFile } from '../files.ts'
import { FileText } from './icons.tsx'
import { PictureDialog } from './PictureDialog.tsx'
import { sizeOf } from './sizes.ts'
import { words } from './words.ts'

interface FileListProps {
  files: readonly AttachedFile[]
  by: string
  /** Null where they cannot be had. */
  ours: ChatFiles | null
  /** How much room one is drawn in. */
  placeOf(file: AttachedFile): { width: number; height: number }
}

/** The files of a message: pictures to be seen, others by name. Their places are kept before they are there. */
export function FileList({ files, by, ours, placeOf }: FileListProps) {
  useEffect(() => void ours?.want(), [ours])
  const desk = ours?.desk.value ?? null
  const [open, setOpen] = useState<AttachedFile | null>(null)
  return (
    <ul class="files" aria-label={`${by}: ${words.files.list(files.length)}`}>
      {files.map((file) => (
        <li key={file.id}>
          {file.width && file.height ? (
            <Picture file={file} place={placeOf(file)} desk={desk} open={() => setOpen(file)} />
          ) : (
            <Chip file={file} desk={desk} />
          )}
        </li>
      ))}
      {open && desk ? <PictureDialog file={open} desk={desk} close={() => setOpen(null)} /> : null}
    </ul>
  )
}

interface PictureProps {
  file: AttachedFile
  place: { width: number; height: number }
  desk: FileDesk | null
  open(): void
}

function Picture({ file, place, desk, open }: PictureProps) {
  const [address, setAddress] = useState<string | null>(null)
  const [isGone, setGone] = useState(false)
  useEffect(() => {
    let isHere = true
    desk?.thumbnail(file.id).then(
      (url) => isHere && setAddress(url),
      () => isHere && setGone(true),
    )
    return () => {
      isHere = false
    }
  }, [desk, file.id])
  const progress = file.type === '' ? (desk?.progress(file.id) ?? null) : null
  return (
    <button type="button" class="picture" aria-label={words.files.open(file.name)} disabled={isGone} onClick={open}>
      <canvas {...place} />
      {address ? <img src={address} alt="" /> : null}
      {progress === null ? null : <progress value={progress} aria-label={words.files.sending(file.name)} />}
      {isGone ? <span class="gone">{words.files.gone(file.name)}</span> : null}
    </button>
  )
}

function Chip({ file, desk }: { file: AttachedFile; desk: FileDesk | null }) {
  const [trouble, setTrouble] = useState(false)
  const progress = desk?.progress(file.id) ?? null
  const isThere = file.type !== ''
  const save = () => {
    setTrouble(false)
    desk?.save(file).catch(() => setTrouble(true))
  }
  return (
    <>
      <button type="button" class="file" disabled={!isThere} aria-label={words.files.save(file.name, sizeOf(file.size))} onClick={save}>
        <FileText size={18} aria-hidden="true" />
        <b>{file.name}</b>
        <span>{sizeOf(file.size)}</span>
        {isThere || progress === null ? null : <progress value={progress} aria-label={words.files.sending(file.name)} />}
      </button>
      {trouble ? (
        <p class="meta not-sent" role="alert">
          {words.files.gone(file.name)}
        </p>
      ) : null}
    </>
  )
}
