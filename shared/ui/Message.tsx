import type { RefusalCode } from '../refusal.ts'
import { DeliveryMark } from './DeliveryMark.tsx'
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
      <div class="bubble">
        <span class="sr-only">{verbs.nameOf(line.by)}: </span>
        <Written text={line.text} />
      </div>
      {line.unsent?.refused ? (
        <NotSent id={line.unsent.id} refused={line.unsent.refused} {...verbs} />
      ) : line.closes ? (
        <div class="meta">
          {line.ours ? null : <span>{verbs.nameOf(line.by)} ·</span>}
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
    <div class={`note${line.unsent ? ' unsent' : ''}`}>
      <p>
        <b>{words.note}</b> <Written text={line.text} />
      </p>
      {line.unsent?.refused ? (
        <NotSent id={line.unsent.id} refused={line.unsent.refused} {...verbs} />
      ) : (
        <div class="meta">
          <span>{verbs.nameOf(line.by)} ·</span>
          {line.delivery ? <DeliveryMark delivery={line.delivery} /> : <time dateTime={line.at}>{timeOf(line.at)}</time>}
        </div>
      )}
    </div>
  )
}

const Written = ({ text }: { text: string | null }) => (text === null ? <i>{words.erased}</i> : <LinkedText text={text} />)

function NotSent({ id, refused, again, discard }: { id: string; refused: RefusalCode } & Verbs) {
  return (
    <div class="meta not-sent" role="alert">
      <span>
        {words.notSent} {words.refused[refused]}
      </span>
      <button type="button" class="link" onClick={() => again(id)}>
        {words.again}
      </button>
      <button type="button" class="link" onClick={() => discard(id)}>
        {words.discard}
      </button>
    </div>
  )
}
