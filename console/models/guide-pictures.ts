import { useEffect, useMemo } from 'preact/hooks'
import { choose, isPicture } from '../../shared/client/choosing.ts'
import { newId } from '../../shared/client/ids.ts'
import { NotReached } from '../../shared/client/not-reached.ts'
import { createShowing } from '../../shared/client/showing.ts'
import { noIn, upload } from '../../shared/client/upload.ts'
import { type GuidePicture, mostPictureBytes } from '../../shared/guide.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Pictures } from '../../shared/ui/GuidePicture.tsx'
import { words as laterWords } from '../later-words.ts'
import { words } from '../words.ts'
import type { Session } from './session.ts'

/** Where pictures of guides are fetched outside of chats, as long as whoever asks is on the page. */
export function usePictures({ connection }: Session): () => Promise<Pictures> {
  // The cookie says who asks.
  const showing = useMemo(() => createShowing({ connection, key: {} }), [connection])
  useEffect(() => () => showing.dispose(), [showing])
  return useMemo(() => () => Promise.resolve(showing), [showing])
}

/** Why a file cannot be the picture of a step, in words; null where it can. */
export async function whyNoPicture(file: File): Promise<string | null> {
  if (file.size > mostPictureBytes) return laterWords.guides.pictureTooLarge(file.name)
  const { troubles } = await choose([file], 0)
  const [trouble] = troubles
  if (trouble) return `${file.name}: ${words.refused[trouble.why === 'most-files' ? 'too-many-files' : trouble.why]}`
  return isPicture(file) ? null : laterWords.guides.noPicture(file.name)
}

interface Sending {
  file: File
  /** What it shows, where somebody said that before. */
  text: string
  /** How much is there, from 0 to 1. */
  hear?(share: number): void
  stop?: AbortSignal
}

/** Sends a picture for a guide, which need not be kept yet. */
export async function sendPicture(
  guide: string,
  { file, text, hear = () => undefined, stop = new AbortController().signal }: Sending,
): Promise<GuidePicture> {
  const { width, height, ...facts } = await upload({ to: `/api/guides/${guide}/pictures/${newId()}`, key: {}, file, hear, stop })
  if (!width || !height) throw new Refused('file-type')
  return { ...facts, width, height, text }
}

/** All of a picture, as it was sent. */
export async function bytesOfPicture({ id }: GuidePicture): Promise<Uint8Array> {
  const answer = await fetch(`/api/files/${id}`, { cache: 'no-store' }).catch(() => {
    throw new NotReached('The server cannot be reached')
  })
  if (!answer.ok) throw noIn(answer.status, await answer.json().catch(() => null))
  return new Uint8Array(await answer.arrayBuffer())
}
