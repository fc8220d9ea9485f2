import { useEffect, useRef, useState } from 'preact/hooks'
import type { FileDesk } from '../client/file-desk.ts'
import type { GuidePicture as Shown } from '../guide.ts'
import { words } from './guide-words.ts'
import { PictureDialog } from './PictureDialog.tsx'
import { textOf } from './text.ts'

/** Where pictures are fetched with the key of whoever looks. */
export type Pictures = Pick<FileDesk, 'thumbnail' | 'whole' | 'save'>

interface GuidePictureProps {
  picture: Shown
  pictures(): Promise<Pictures>
}

/** The picture of a step, whose place is kept before it is there; pressed, it is seen as large as there is room. */
export function GuidePicture({ picture, pictures }: GuidePictureProps) {
  const [desk, setDesk] = useState<Pictures | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const [isGone, setGone] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { id } = picture
  const text = textOf(picture.text)
  useEffect(() => {
    if (isGone) return
    let isHere = true
    const fetched = async () => {
      const from = await pictures()
      const url = await from.thumbnail(id)
      if (!isHere) return
      setDesk(from)
      setAddress(url)
    }
    fetched().catch(() => isHere && setGone(true))
    return () => {
      isHere = false
    }
  }, [pictures, id, isGone])
  const again = () => {
    setGone(false)
    // What was pressed is gone with it.
    place.current?.focus()
  }
  return (
    <div class="guide-picture" ref={place} tabIndex={-1}>
      {isGone ? (
        <p class="gone" role="status">
          {words.pictureGone(text)}{' '}
          <button type="button" class="link" onClick={again}>
            {words.pictureAgain}
          </button>
        </p>
      ) : (
        <button type="button" class="picture" aria-label={words.picture(text)} disabled={!desk} onClick={() => setOpen(true)}>
          <canvas {...placeOf(picture)} />
          {address ? <img src={address} alt="" /> : null}
        </button>
      )}
      {isOpen && desk ? <PictureDialog file={picture} text={text} desk={desk} close={() => setOpen(false)} /> : null}
    </div>
  )
}

const [widest, highest] = [360, 240]

/** How much room it is drawn in: in its own proportions, however large or long it is. */
function placeOf({ width, height }: Shown) {
  const scale = Math.min(1, widest / width, highest / height)
  return { width: Math.max(44, Math.round(width * scale)), height: Math.max(44, Math.round(height * scale)) }
}
