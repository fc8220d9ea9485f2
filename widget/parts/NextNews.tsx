import { useEffect, useState } from 'preact/hooks'
import { Clock3 } from '../../shared/ui/icons.tsx'
import { textOf } from '../../shared/ui/text.ts'
import { momentFrom } from '../../shared/ui/times.ts'
import type { Visible } from '../../shared/visible.ts'
import { words } from '../talk-words.ts'

const lookAgainMs = 20_000

/** By when the requester hears from us, from whom, and who works on it. It stands there however the talk stands, and once it is late. */
export function NextNews({ state }: { state: Visible }) {
  const given = state.promise
  const [now, look] = useState(Date.now)
  useEffect(() => {
    if (!given) return
    look(Date.now())
    const timer = setInterval(() => look(Date.now()), lookAgainMs)
    return () => clearInterval(timer)
  }, [given?.until])
  const work = state.ticketStatus === 'open' ? textOf(state.work?.name) : ''
  if (!given && !work) return null
  const name = textOf(state.agent?.name)
  const isLate = given ? Date.parse(given.until) <= now : false
  return (
    <section class={`next-news${isLate ? ' late' : ''}`} aria-label={words.news.title}>
      <Clock3 size={18} aria-hidden="true" />
      <p>
        {given ? <By until={given.until} now={now} /> : <b>{words.news.works(work)}</b>}
        <small>
          {[textOf(given?.about), given && work && words.news.works(work), name && words.news.who(name)].filter(Boolean).join(' · ')}
        </small>
      </p>
    </section>
  )
}

function By({ until, now }: { until: string; now: number }) {
  const minutes = Math.ceil((Date.parse(until) - now) / 60_000)
  const moment = momentFrom(until, now)
  return (
    <>
      <b>{minutes > 0 ? words.news.by(moment) : words.news.late(moment)}</b>
      {minutes > 0 && minutes <= 60 ? <span class="num"> {words.news.inMinutes(minutes)}</span> : null}
    </>
  )
}
