import { endingOf, pictures as kinds } from '../../shared/files.ts'
import { type GuideContent, type GuidePicture, type GuideStep, mostPictureBytes } from '../../shared/guide.ts'

const ours = 'firstline-guide'
/** So large is the file of a guide at most: it is read as one. */
export const mostFileBytes = 100_000_000

/** A picture out of a file, on its way to the desk. */
export interface FilePicture {
  step: string
  file: File
  text: string
}

/** What the file of a guide holds, or why it cannot be read. */
export type GuideInFile =
  | { content: GuideContent; pictures: FilePicture[] }
  | { wrong: 'no-guide' | 'too-large' }
  | { wrong: 'picture'; step: string }

/** A guide as a file, to be kept or taken elsewhere: its pictures are in it. */
export async function fileOf(content: GuideContent, bytesOf: (picture: GuidePicture) => Promise<Uint8Array>): Promise<string> {
  const steps: object[] = []
  for (const { picture, ...step } of content.steps) {
    steps.push(picture ? { ...step, picture: { name: picture.name, text: picture.text, data: base64Of(await bytesOf(picture)) } } : step)
  }
  // Desks that know nothing of pictures say of the second kind that it is none.
  const version = content.steps.some(({ picture }) => picture) ? 2 : 1
  return `${JSON.stringify({ [ours]: version, ...content, steps }, null, 2)}\n`
}

/** What a file of a guide holds. Whether all of it is right, the desk says when it is saved. */
export function guideIn(text: string): GuideInFile {
  const written = read(text)
  if (!written) return { wrong: 'no-guide' }
  const pictures: FilePicture[] = []
  const steps: GuideStep[] = []
  for (const { picture, ...step } of written.steps) {
    steps.push(step)
    if (picture === undefined || picture === null) continue
    const file = pictureIn(picture)
    if (!file) return { wrong: 'picture', step: step.title }
    pictures.push({ step: step.id, file, text: picture.text ?? '' })
  }
  return { content: { ...written, steps }, pictures }
}

type InFile = { name?: string; text?: string; data?: string }
type StepInFile = Omit<GuideStep, 'picture'> & { picture?: InFile | null }
type Written = Omit<GuideContent, 'steps'> & { steps: StepInFile[] }

function read(text: string): Written | null {
  try {
    const { [ours]: version, ...content } = JSON.parse(text)
    return (version === 1 || version === 2) && isWhole(content) ? content : null
  } catch {
    return null
  }
}

function isWhole(content: Partial<Written>): content is Written {
  const isStep = (step: Partial<StepInFile> | null) =>
    [step?.id, step?.title, step?.text, step?.command].every((one) => typeof one === 'string') && Boolean(step?.ways)
  return (
    typeof content.name === 'string' &&
    typeof content.language === 'string' &&
    Array.isArray(content.words) &&
    content.words.every((word) => typeof word === 'string') &&
    Array.isArray(content.steps) &&
    content.steps.every((step) => isStep(step) && Array.isArray(step.choices))
  )
}

/** Null where it is damaged, or more than a picture may be. */
function pictureIn({ name, text = '', data }: InFile): File | null {
  if (typeof name !== 'string' || typeof text !== 'string' || typeof data !== 'string') return null
  const bytes = bytesIn(data)
  if (!bytes || bytes.length === 0 || bytes.length > mostPictureBytes) return null
  const ending = endingOf(name)
  return new File([bytes], name, { type: kinds[ending === 'jpeg' ? 'jpg' : ending] ?? '' })
}

/** So many bytes become letters at once: a multiple of three, so that the pieces can be put together. */
const piece = 24_576

function base64Of(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.length; at += piece) pieces.push(btoa(String.fromCharCode(...bytes.subarray(at, at + piece))))
  return pieces.join('')
}

function bytesIn(data: string) {
  try {
    return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
