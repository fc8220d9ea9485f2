import { words } from './words.ts'

/** Office programs put a picture of what was copied beside its text: the text is meant. */
export function filesIn(pasted: DataTransfer | null): File[] {
  if (!pasted || pasted.types.includes('text/plain')) return []
  return [...pasted.files].map((file) =>
    file.name === 'image.png' ? new File([file], words.files.pasted(clockNow()), { type: file.type }) : file,
  )
}

/** Without colons, which may not stand in the name of a file. */
const clockNow = () => new Date().toTimeString().slice(0, 8).replaceAll(':', '.')
