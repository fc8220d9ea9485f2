import { Download, FileUp } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { GuideContent } from '../../../shared/guide.ts'
import { words as laterWords } from '../../later-words.ts'
import { fileOf, guideIn, mostFileBytes } from '../../models/guide-file.ts'
import { bytesOfPicture, sendPicture } from '../../models/guide-pictures.ts'
import { withChanged } from '../../models/guide-writing.ts'
import type { Session } from '../../models/session.ts'

/** Hands a guide over to the browser as a file of its own, with its pictures. */
export function GuideToFile({ session, content }: { session: Session; content: GuideContent }) {
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    if (isBusy) return
    setBusy(true)
    try {
      const file = new Blob([await fileOf(content, bytesOfPicture)], { type: 'application/json' })
      if (file.size > mostFileBytes) session.notices.tell(laterWords.guides.fileTooLarge, 'bad')
      else handOver(file, content.name)
    } catch (error) {
      session.notices.refused(error)
    }
    setBusy(false)
  }
  return (
    <button type="button" class="button" aria-disabled={isBusy} onClick={() => void save()}>
      <Download aria-hidden="true" /> {laterWords.guides.toFile}
    </button>
  )
}

function handOver(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = `${name.trim().replaceAll(/[^\p{L}\p{N}]+/gu, '-') || 'guide'}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

interface GuideFromFileProps {
  session: Session
  /** It is not kept yet. */
  onRead: (guide: string, content: GuideContent) => void
}

/** Reads a guide out of a file; its pictures are sent to the desk before it is shown. */
export function GuideFromFile({ session: { notices }, onRead }: GuideFromFileProps) {
  const chooser = useRef<HTMLInputElement>(null)
  const [reading, setReading] = useState('')
  const read = async (file: File) => {
    const found = file.size > mostFileBytes ? { wrong: 'too-large' as const } : guideIn(await file.text())
    if ('wrong' in found) return notices.tell(sentenceOf(found), 'bad')
    const guide = newId()
    let { steps } = found.content
    for (const [at, { step, file: picture, text }] of found.pictures.entries()) {
      setReading(laterWords.guides.readingPicture(at + 1, found.pictures.length))
      steps = withChanged(steps, step, { picture: await sendPicture(guide, { file: picture, text }) })
    }
    onRead(guide, { ...found.content, steps })
  }
  const take = async (file: File | undefined) => {
    if (!file || reading) return
    setReading(laterWords.guides.reading)
    await read(file).catch(notices.refused)
    setReading('')
  }
  return (
    <>
      <span role="status">{reading}</span>
      <button type="button" class="button" aria-disabled={reading !== ''} onClick={() => chooser.current?.click()}>
        <FileUp aria-hidden="true" /> {laterWords.guides.read}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
    </>
  )
}

function sentenceOf(found: { wrong: 'no-guide' | 'too-large' } | { wrong: 'picture'; step: string }) {
  if (found.wrong === 'picture') return laterWords.guides.pictureDamaged(found.step)
  return found.wrong === 'too-large' ? laterWords.guides.fileTooLarge : laterWords.guides.notAGuide
}
