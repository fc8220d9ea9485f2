import { useContext } from 'preact/hooks'
import type { Unsent } from '../client/unsent.ts'
import type { RefusalCode } from '../refusal.ts'
import { DeliveryMark } from './DeliveryMark.tsx'
import { Files } from './Files.tsx'
import { FilesOfChat } from './files-context.ts'
import { LinkedText } from './LinkedText.tsx'
import type { Line, NameOf } from './lines.ts'
import { timeOf } from './times.ts'
import { words } from './words.ts'

interface Verbs {
  nameOf: NameOf
  again(id: string): void
  discard(id: string): void
}

/** Something said, in a bubble; who, when and how far it got stand below the last of a run. */
export function Message({ line, ...verbs }: { line: Line & { kind: 'message' } } & Verbs) {
  const side = line.ours ? 'ours' : 'theirs'
  return (
    <div class={`message ${side}${line.unsent ? ' unsent' : ''}`}>
      {line.text === '' ? null : (
        <div class="bubble">
          <span class="sr-only">{verbs.nameOf(line.by)}: </span>
          <Written text={line.text} />
        </div>
      )}
      {line.files.length > 0 ? <Files files={line.files} by={verbs.nameOf(line.by)} /> : null}
      {line.unsent?.refused ? (
        <NotSent unsent={line.unsent} refused={line.unsent.refused} {...verbs} />
      ) : line.closes ? (
        <div class="meta">
          {line.ours ? null : <span>{verbs.nameOf(line.by)} ·</span>}
          {line.from && <span>{line.from} ·</span>}
          {line.unsent ? null : <time dateTime={line.at}>{timeOf(line.at)}</time>}
          {line.delivery ? <DeliveryMark delivery={line.delivery} /> : null}
        </div>
      ) : null}
    </div>
  )
}

/** A note among agents, clearly unlike a message. */
export function Note({ line, ...verbs }: { line: Line & { kind: 'note' } } & Verbs) {
  return (
    <div class={`note${line.unsent ? ' unsent' : ''}${line.to ? ' whisper' : ''}`}>
      <p>
        <b>{line.to ? words.whisperTo(verbs.nameOf(line.to)) : words.note}</b> <Written text={line.text} />
      </p>
      {line.files.length > 0 ? <Files files={line.files} by={verbs.nameOf(line.by)} /> : null}
      {line.unsent?.refused ? (
        <NotSent unsent={line.unsent} refused={line.unsent.refused} {...verbs} />
      ) : (
        <div class="meta">
          <span>{verbs.nameOf(line.by)} ·</span>
          {line.from && <span>{line.from} ·</span>}
          {line.delivery ? <DeliveryMark delivery={line.delivery} /> : <time dateTime={line.at}>{timeOf(line.at)}</time>}
        </div>
      )}
    </div>
  )
}

const Written = ({ text }: { text: string | null }) => (text === null ? <i>{words.erased}</i> : <LinkedText text={text} />)

function NotSent({ unsent, refused, again, discard }: { unsent: Unsent; refused: RefusalCode } & Verbs) {
  const { id, act, files = [] } = unsent
  const desk = useContext(FilesOfChat)
  return (
    <div class="meta not-sent" role="alert">
      <span>
        {words.notSent} {words.refused[refused]}
      </span>
      {refused === 'no-such-file' ? null : (
        <button type="button" class="link" onClick={() => again(id)}>
          {words.again}
        </button>
      )}
      {desk && files.length > 0 && act.text ? (
        <button type="button" class="link" onClick={() => desk.sendWithout(id)}>
          {words.files.without}
        </button>
      ) : null}
      <button type="button" class="link" onClick={() => discard(id)}>
        {words.discard}
      </button>
    </div>
  )
}
