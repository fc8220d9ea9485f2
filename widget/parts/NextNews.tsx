import { useEffect, useState } from 'preact/hooks'
import { Clock3 } from '../../shared/ui/icons.tsx'
import { textOf } from '../../shared/ui/text.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import type { Visible } from '../../shared/visible.ts'
import { words } from '../talk-words.ts'

const lookAgainMs = 20_000

/** By when the requester hears from us, and from whom. It stands there however the talk stands, and also once it is late. */
export function NextNews({ state }: { state: Visible | null }) {
  const given = state?.promise
  const [now, look] = useState(Date.now)
  useEffect(() => {
    if (!given) return
    look(Date.now())
    const timer = setInterval(() => look(Date.now()), lookAgainMs)
    return () => clearInterval(timer)
  }, [given?.until])
  if (!given) return null
  const until = momentFrom(given.until, now)
  const minutes = Math.ceil((Date.parse(given.until) - now) / 60_000)
  const name = textOf(state.agent?.name)
  return (
    <section class={`next-news${minutes > 0 ? '' : ' late'}`} aria-label={words.news.title}>
      <Clock3 size={18} aria-hidden="true" />
      <p>
        <b>{minutes > 0 ? words.news.by(until) : words.news.late(until)}</b>
        {minutes > 0 && minutes <= 60 ? <span class="num"> {words.news.inMinutes(minutes)}</span> : null}
        <small>{[textOf(given.about), name && words.news.who(name)].filter(Boolean).join(' · ')}</small>
      </p>
    </section>
  )
}
