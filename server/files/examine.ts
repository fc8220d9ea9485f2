import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { contents, endingOf, pictures } from '../../shared/files.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Examined } from '../desk/files.ts'
import { codeOf } from '../desk/line/out-of-reach.ts'
import { cleanName } from './names.ts'
import { pictured } from './pictured.ts'

/** What a file really is, whatever its sender said. Refuses what may not be sent, and what is not what its name says. */
export async function examine(path: string, given: string): Promise<Examined> {
  const clean = cleanName(given)
  const { content, type } = await contentOf(path, endingOf(clean))
  const name = fittingName(clean, content)
  const picture = pictures[content]
  if (!picture) return { name, type, thumbnail: null }
  return { name, type: picture, ...(await pictured(path)) }
}

async function contentOf(path: string, ending: string): Promise<{ content: string; type: string }> {
  // Asked first: a text may begin like something else by chance.
  if ((ending === '' || contents.text?.includes(ending)) && (await isText(path))) return { content: 'text', type: 'text/plain' }
  // What it cannot make sense of, such as an archive that was cut, is nothing that it knows.
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found?.ext === 'apng') return { content: 'png', type: 'image/png' }
  if (!found || !Object.hasOwn(contents, found.ext)) refuse('file-type')
  return { content: found.ext, type: found.mime }
}

/** A name without an ending gets one; a picture of another kind the right one; any other that does not fit is refused. */
function fittingName(name: string, content: string): string {
  const fitting = contents[content] ?? []
  const ending = endingOf(name)
  if (fitting.includes(ending)) return name
  if (ending === '') return `${name}.${fitting[0]}`
  const claimsPicture = Object.keys(pictures).some((kind) => contents[kind]?.includes(ending))
  if (!claimsPicture || !(content in pictures)) refuse('file-type')
  return `${name.slice(0, -ending.length)}${fitting[0]}`
}

/** UTF-8, or UTF-16 that says so, and no character that no text has. Read piece by piece, as logs are long. */
async function isText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const begin = await file.read({ buffer: Buffer.alloc(2), position: 0 })
    const decoder = new TextDecoder(begin.buffer.equals(utf16) ? 'utf-16le' : 'utf-8', { fatal: true })
    for await (const piece of file.createReadStream({ start: 0, autoClose: false })) {
      if (hasControl(decoder.decode(piece, { stream: true }))) return false
    }
    return !hasControl(decoder.decode())
  } catch (error) {
    if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false
    throw error
  } finally {
    await file.close()
  }
}

const utf16 = Buffer.from([0xff, 0xfe])

/** Blanks of all kinds, and the escape that colours a log. */
const hasControl = (text: string) => /(?!\s)\p{Cc}/u.test(text.replaceAll('\u001b', ''))
