import { ImagePlus, Trash2 } from 'lucide-preact'
import type { RefObject } from 'preact'
import { useCallback, useEffect, useRef } from 'preact/hooks'
import type { GuidePicture, GuideStep } from '../../../shared/guide.ts'
import type { Pictures } from '../../../shared/ui/GuidePicture.tsx'
import { filesIn } from '../../../shared/ui/pasted-files.ts'
import { useDrop } from '../../../shared/ui/useDrop.ts'
import { words as laterWords } from '../../later-words.ts'
import { type Sending, useSending } from '../../models/guide-sending.ts'
import type { Notices } from '../../models/notices.ts'
import { Field } from '../../parts/Field.tsx'
import { useGuideCard } from '../../parts/guide-later.ts'

interface GuideStepPictureProps {
  guide: string
  step: GuideStep
  pictures: () => Promise<Pictures>
  notices: Notices
  /** Changes it in the step as that stands by then. */
  set: (picture: GuidePicture | null) => void
}

/** The picture of a step: chosen, dropped or pasted anywhere in the step, and what it shows. */
export function GuideStepPicture({ guide, step, pictures, notices, set }: GuideStepPictureProps) {
  const text = laterWords.guides
  const place = useRef<HTMLFieldSetElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const choosing = useRef<HTMLButtonElement>(null)
  const { picture } = step
  const put = (next: GuidePicture | null, told: string) => {
    set(next)
    if (picture) notices.done(told, async () => set(picture))
  }
  const remove = () => {
    put(null, text.pictureRemoved)
    // What was pressed is gone with it.
    choosing.current?.focus()
  }
  const { sending, send, cancel } = useSending(guide, notices, (sent) => put({ ...sent, text: picture?.text ?? '' }, text.pictureReplaced))
  const latest = useRef(send)
  latest.current = send
  const take = useCallback((files: File[]) => latest.current(files), [])
  useDrop(place, text.pictureDrop, take)
  usePasted(place, take)

  return (
    <fieldset class="guide-step-picture" ref={place}>
      <legend>{text.picture}</legend>
      {picture && <Shown picture={picture} pictures={pictures} set={set} />}
      {sending && <OnItsWay sending={sending} cancel={cancel} />}
      <div class="buttons">
        <button ref={choosing} type="button" class="button" onClick={() => chooser.current?.click()}>
          <ImagePlus aria-hidden="true" /> {picture ? text.otherPicture : text.addPicture}
        </button>
        {picture && (
          <button type="button" class="button" onClick={remove}>
            <Trash2 aria-hidden="true" /> {text.removePicture}
          </button>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/gif,image/webp"
          aria-label={text.addPicture}
          onChange={({ currentTarget }) => {
            void take([...(currentTarget.files ?? [])])
            currentTarget.value = ''
          }}
        />
      </div>
      {!picture && <p class="hint">{text.pictureHint}</p>}
    </fieldset>
  )
}

function Shown({ picture, pictures, set }: Pick<GuideStepPictureProps, 'pictures' | 'set'> & { picture: GuidePicture }) {
  const card = useGuideCard()
  return (
    <>
      {card && <card.GuidePicture key={picture.id} picture={picture} pictures={pictures} />}
      <Field label={laterWords.guides.shows} hint={laterWords.guides.showsHint}>
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={300}
            value={picture.text}
            onInput={(event) => set({ ...picture, text: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

function OnItsWay({ sending, cancel }: { sending: Sending; cancel: () => void }) {
  const label = laterWords.guides.sendingPicture(sending.name)
  return (
    <p class="on-its-way">
      <span role="status">{label}</span>
      <progress value={sending.share} aria-label={label} />
      <button type="button" class="link" onClick={cancel}>
        {laterWords.guides.cancelPicture}
      </button>
    </p>
  )
}

/** Pictures may be pasted wherever one writes in the step. */
function usePasted(inside: RefObject<HTMLElement | null>, take: (files: File[]) => void) {
  useEffect(() => {
    const place = inside.current?.closest('section')
    const pasted = (event: ClipboardEvent) => {
      const given = filesIn(event.clipboardData)
      if (given.length === 0) return
      event.preventDefault()
      take(given)
    }
    place?.addEventListener('paste', pasted)
    return () => place?.removeEventListener('paste', pasted)
  }, [inside, take])
}
