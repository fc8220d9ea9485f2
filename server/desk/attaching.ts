import type { Conversation } from '../../shared/conversation.ts'
import type { Lane, Wording } from '../../shared/entry.ts'
import type { Who } from '../../shared/people.ts'
import { refuse } from '../../shared/refusal.ts'
import { factsOf, type KeptFile } from './files.ts'
import type { DeskView } from './ports.ts'

interface Writing {
  text: string
  files?: string[] | undefined
}

/** What is kept of what somebody wrote: the words, and files of his own that were sent for this conversation and lane. */
export function writtenBy(who: Who, { text, files }: Writing, lane: Lane, { id }: Conversation, desk: DeskView): Wording {
  if (!files) return { text }
  if (new Set(files).size < files.length) refuse('malformed')
  const isOurs = (file: KeptFile | null): file is KeptFile =>
    file?.conversation === id && file.person === who.id && file.lane === lane && file.seq === null
  return {
    text,
    files: files.map((one) => {
      const file = desk.file(one)
      return isOurs(file) ? factsOf(file) : refuse('no-such-file')
    }),
  }
}
