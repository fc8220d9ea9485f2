import { endingOf, endings, mostFiles, mostPixels } from '../files.ts'
import type { RefusalCode } from '../refusal.ts'
import { mostBytes } from './upload.ts'

/** Why a file was not taken at all; the sentence says how large one may be. */
export interface Trouble {
  name: string
  why: RefusalCode | 'most-files'
  mostBytes: number
}

/** Which of these files may be sent, beside those that are chosen already, and why the others may not. */
export async function choose(given: readonly File[], already: number): Promise<{ fine: File[]; troubles: Trouble[] }> {
  const most = await mostBytes()
  const fine: File[] = []
  const troubles: Trouble[] = []
  for (const file of given) {
    const why = whyNot(file, most) ?? (await whyNoPicture(file)) ?? (already + fine.length >= mostFiles ? 'most-files' : null)
    if (!why) fine.push(file)
    // That there are too many is said once.
    else if (why !== 'most-files' || troubles.every((one) => one.why !== why)) troubles.push({ name: file.name, why, mostBytes: most })
  }
  return { fine, troubles }
}

/** Whether browsers show it as a picture. */
export const isPicture = ({ type }: File) => /^image\/(png|jpeg|gif|webp)$/.test(type)

const whyNoPicture = async (file: File): Promise<RefusalCode | null> =>
  isPicture(file) && (await pixelsOf(file)) > mostPixels ? 'picture-too-large' : null

/** Read from the head of the picture: nothing is drawn for it. */
function pixelsOf(file: File): Promise<number> {
  const address = URL.createObjectURL(file)
  const picture = new Image()
  const read = new Promise<number>((tell) => {
    picture.onload = () => tell(picture.naturalWidth * picture.naturalHeight)
    picture.onerror = () => tell(0)
    picture.src = address
  })
  return read.finally(() => URL.revokeObjectURL(address))
}

function whyNot({ name, size }: File, most: number): RefusalCode | null {
  if (size === 0) return 'file-empty'
  if (size > most) return 'file-too-large'
  const ending = endingOf(name)
  return ending === '' || endings.has(ending) ? null : 'file-type'
}
