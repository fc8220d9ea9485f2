import { Undo2, X } from 'lucide-preact'
import type { RefusalCode } from '../../shared/refusal.ts'
import { words as laterWords } from '../later-words.ts'
import type { Bulk, Left, Progress } from '../models/bulk.ts'
import type { Session } from '../models/session.ts'
import { linkTo } from '../router.ts'
import { words } from '../words.ts'

/** How far a change of many got; then what came of it, what did not, and the way back or on. */
export function BulkProgress({ session, progress }: { session: Session; progress: Progress }) {
  const { bulk, tickets } = session
  const { kind, state, done, total, left } = progress
  if (state === 'running') return <Running bulk={bulk} progress={progress} />
  const canGoOn = bulk.undoing.value.length > 0
  const inList = (tickets.rows.value ?? [])
    .map(({ conversation }) => conversation)
    .filter((id) => left.some((one) => one.conversation === id))
  const areChosen = inList.length === tickets.selected.value.size && inList.every((id) => tickets.selected.value.has(id))
  return (
    <div class="bulk-progress">
      <div role="status">
        <p>
          {laterWords.lists.done[kind](done - left.length)} {done < total && laterWords.lists.stopped(total - done)}
        </p>
        {[...byReason(left)].map(([why, those]) => (
          <Refusal key={why} why={why} those={those} />
        ))}
      </div>
      {canGoOn && (
        <button type="button" class="button" onClick={() => void bulk.undo()}>
          <Undo2 aria-hidden="true" /> {kind === 'undo' ? laterWords.lists.tryAgain : laterWords.lists.undo}
        </button>
      )}
      {inList.length > 0 && !areChosen && (
        <button type="button" class="button" onClick={() => tickets.chooseOnly(inList)}>
          {laterWords.lists.chooseThese(inList.length)}
        </button>
      )}
      <button type="button" class="icon-button" aria-label={laterWords.lists.dismiss} onClick={() => bulk.dismiss()}>
        <X aria-hidden="true" />
      </button>
    </div>
  )
}

function Running({ bulk, progress: { kind, done, total } }: { bulk: Bulk; progress: Progress }) {
  return (
    <div class="bulk-progress">
      <p role="status">{laterWords.lists.running[kind](done, total)}</p>
      <progress max={total} value={done} aria-label={laterWords.lists.running[kind](done, total)} />
      <button type="button" class="button" onClick={() => bulk.stop()}>
        {laterWords.lists.stop}
      </button>
    </div>
  )
}

/** More would fill the screen; all of them can be chosen in the list. */
const mostNamed = 6

/** Why some are not as they were wanted, and which. */
function Refusal({ why, those }: { why: RefusalCode; those: readonly Left[] }) {
  return (
    <p class="bad">
      {laterWords.lists.refusedSome(those.length, words.refused[why] ?? why)}{' '}
      {those.slice(0, mostNamed).map(({ conversation, number, label, inPart }) => (
        <span key={conversation}>
          <a class="id" href={linkTo({ at: 'ticket', number })}>
            {label}
          </a>
          {inPart && ` ${laterWords.lists.inPart}`}{' '}
        </span>
      ))}
      {those.length > mostNamed && laterWords.lists.andMore(those.length - mostNamed)}
    </p>
  )
}

function byReason(left: readonly Left[]): Map<RefusalCode, Left[]> {
  const reasons = new Map<RefusalCode, Left[]>()
  for (const one of left) reasons.set(one.why, [...(reasons.get(one.why) ?? []), one])
  return reasons
}
