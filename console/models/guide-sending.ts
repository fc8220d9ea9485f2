import { useEffect, useRef, useState } from 'preact/hooks'
import type { GuidePicture } from '../../shared/guide.ts'
import { Refused } from '../../shared/refusal.ts'
import { words as laterWords } from '../later-words.ts'
import { sendPicture, whyNoPicture } from './guide-pictures.ts'
import type { Notices } from './notices.ts'

/** A picture on its way to the desk. */
export interface Sending {
  name: string
  /** How much is there, from 0 to 1. */
  share: number
}

/** Sends the picture of a step: the last one that was chosen, as long as the step is written. */
export function useSending(guide: string, notices: Notices, onSent: (picture: GuidePicture) => void) {
  const [sending, setSending] = useState<Sending | null>(null)
  const going = useRef<AbortController | null>(null)
  const sent = useRef(onSent)
  sent.current = onSent
  const cancel = () => {
    going.current?.abort()
    going.current = null
    setSending(null)
  }
  useEffect(() => () => going.current?.abort(), [])

  async function send(files: readonly File[]) {
    const [file, ...others] = files
    if (!file) return
    const why = await whyNoPicture(file)
    if (why) return notices.tell(why, 'bad')
    if (others.length > 0) notices.tell(laterWords.guides.onePicture)
    going.current?.abort()
    const mine = new AbortController()
    going.current = mine
    const { name } = file
    setSending({ name, share: 0 })
    try {
      const hear = (share: number) => going.current === mine && setSending({ name, share })
      const picture = await sendPicture(guide, { file, text: '', hear, stop: mine.signal })
      if (!mine.signal.aborted) sent.current(picture)
    } catch (error) {
      if (!mine.signal.aborted) tell(error, name)
    }
    if (going.current === mine) cancel()
  }

  /** What the desk says of files in general, said of the picture of a step. */
  function tell(error: unknown, name: string) {
    const code = error instanceof Refused ? error.code : null
    if (code === 'file-type') notices.tell(laterWords.guides.noPicture(name), 'bad')
    else if (code === 'file-too-large') notices.tell(laterWords.guides.pictureTooLarge(name), 'bad')
    else notices.refused(error)
  }

  return { sending, send, cancel }
}
