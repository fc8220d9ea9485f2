import { mostPixels } from '../../shared/files.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Examined } from '../desk/files.ts'

type Sharp = typeof import('sharp').default

let loading: Promise<Sharp | null> | null = null

/** Loaded for the first picture. Where there is none for this kind of machine, pictures are sent as files like others. */
function decoder(): Promise<Sharp | null> {
  loading ??= import('sharp').then(
    ({ default: sharp }) => {
      // Nothing of a stranger is decoded but these four, whatever it claims to be.
      sharp.block({ operation: ['VipsForeignLoad'] })
      sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadNsgif', 'VipsForeignLoadWebp'] })
      sharp.cache(false)
      sharp.concurrency(1)
      return sharp
    },
    () => null,
  )
  return loading
}

/** How many pixels the longer side of a thumbnail has: sharp on a screen with two pixels for one. */
const side = 640

/** One picture after the other: a decoder takes memory, and the chats need the processor. */
let last: Promise<unknown> = Promise.resolve()

type Pictured = Pick<Examined, 'width' | 'height' | 'thumbnail'>

/** The size of a picture and a small one of it. One that cannot be decoded has neither, and is a file like others. */
export function pictured(path: string): Promise<Pictured> {
  const mine = last.then(() => picture(path))
  last = mine.catch(() => undefined)
  return mine
}

async function picture(path: string): Promise<Pictured> {
  const sharp = await decoder()
  if (!sharp) return { thumbnail: null }
  // Read from its head alone: nothing is decoded before its size is known.
  const { autoOrient } = await sharp(path, { limitInputPixels: false }).metadata().catch(unreadable)
  const { width = 0, height = 0 } = autoOrient
  if (width * height > mostPixels) refuse('picture-too-large')
  const thumbnail = await thumbnailOf(sharp, path)
  return thumbnail && width && height ? { width, height, thumbnail } : { thumbnail: null }
}

const unreadable = () => ({ autoOrient: { width: 0, height: 0 } })

const thumbnailOf = (sharp: Sharp, path: string): Promise<Buffer | null> =>
  sharp(path, { limitInputPixels: mostPixels, failOn: 'error', pages: 1, autoOrient: true })
    .timeout({ seconds: 20 })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 78 })
    .toBuffer()
    .catch(() => null)
