import { ArrowRightLeft, X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import type { HandOver } from '../../../shared/protocol/hand-over.ts'
import { words } from '../../later-words.ts'
import type { HandOvers } from '../../models/hand-overs.ts'
import { countOf, declinersOf, nameOfTo } from '../../models/handed.ts'
import { leaving } from '../../models/leaving.ts'
import { words as own } from '../../words.ts'
import { Keys } from '../Keys.tsx'

const write = () => {
  leaving.value = 'shift'
}

/** Above the screens, one at a time: what a colleague hands over to me, what became of mine, what nobody took, and what I leave behind. */
export function HandOverStrip({ handOvers }: { handOvers: HandOvers }) {
  const [forMe, ...others] = handOvers.forMe.value
  const [mine] = handOvers.mine.value
  const [watched, ...more] = handOvers.watched.value
  if (forMe) {
    return (
      <Strip text={textForMe(forMe)} more={others.length} tone="urgent">
        <Look at={forMe} handOvers={handOvers} />
        <button type="button" class="link" aria-keyshortcuts="Alt+X" onClick={() => handOvers.open(forMe, true)}>
          {words.handOver.decline}
        </button>
        <button type="button" class="button primary" aria-keyshortcuts="Alt+G" onClick={() => void handOvers.accept(forMe)}>
          {words.handOver.accept}
          <Keys of="takeShift" />
        </button>
      </Strip>
    )
  }
  if (mine?.state === 'declined') {
    return (
      <Strip text={words.handOver.stripDeclined(mine.by?.name ?? '', mine.reason)} tone="urgent" onDismiss={() => handOvers.dismiss(mine)}>
        <button type="button" class="link" onClick={write}>
          {words.handOver.offerAnew}
        </button>
      </Strip>
    )
  }
  if (mine) {
    return (
      <Strip text={textMine(mine)} {...(mine.nobodyLeft && { tone: 'urgent' })}>
        <Look at={mine} handOvers={handOvers} />
        {mine.nobodyLeft && (
          <button type="button" class="link" onClick={() => void handOvers.offerAnew(mine)}>
            {words.handOver.offerAnew}
          </button>
        )}
        <button type="button" class="link" onClick={() => void handOvers.takeBack(mine)}>
          {words.handOver.takeBack}
        </button>
      </Strip>
    )
  }
  const left = handOvers.leftBehind.value
  if (left) {
    const dismiss = () => {
      handOvers.leftBehind.value = null
    }
    return (
      <Strip text={words.handOver.stripAway(left)} onDismiss={dismiss}>
        <button type="button" class="link" onClick={write}>
          {words.handOver.act}
        </button>
      </Strip>
    )
  }
  if (!watched) return null
  return (
    <Strip text={textWatched(watched)} more={more.length} onDismiss={() => handOvers.dismiss(watched)}>
      <Look at={watched} handOvers={handOvers} />
    </Strip>
  )
}

interface StripProps {
  text: string
  more?: number
  tone?: 'urgent'
  onDismiss?: () => void
  children: ComponentChildren
}

function Strip({ text, more = 0, tone, onDismiss, children }: StripProps) {
  return (
    <aside class={tone ? `strip hand-over ${tone}` : 'strip hand-over'} aria-label={words.handOver.region}>
      <ArrowRightLeft aria-hidden="true" />
      <p role="status">
        <b>{text}</b> {more > 0 && words.handOver.more(more)}
      </p>
      <span class="strip-acts">
        {children}
        {onDismiss && (
          <button type="button" class="icon-button" aria-label={own.shell.dismiss} title={own.shell.dismiss} onClick={onDismiss}>
            <X aria-hidden="true" />
          </button>
        )}
      </span>
    </aside>
  )
}

const Look = ({ at, handOvers }: { at: HandOver; handOvers: HandOvers }) => (
  <button type="button" class="link" onClick={() => handOvers.open(at)}>
    {words.handOver.look}
  </button>
)

function textForMe(one: HandOver) {
  const { from, to } = one
  return 'team' in to
    ? words.handOver.stripForTeam(from.name, countOf(one), to.team.name)
    : words.handOver.stripForMe(from.name, countOf(one))
}

function textMine(one: HandOver) {
  const [to, count, decliners] = [nameOfTo(one), countOf(one), declinersOf(one)]
  if (!one.nobodyLeft) return words.handOver.stripMine(to, count, decliners)
  return 'team' in one.to ? words.handOver.stripNobody(to, count, decliners) : words.handOver.stripGone(to, count)
}

const textWatched = (one: HandOver) =>
  one.state === 'declined'
    ? words.handOver.stripWatchedDeclined(one.by?.name ?? '', one.from.name, countOf(one))
    : words.handOver.stripWatched(one.from.name, nameOfTo(one), countOf(one))
