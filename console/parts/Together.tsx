import { useEffect, useMemo } from 'preact/hooks'
import { HandOversModel } from '../models/hand-overs.ts'
import { leaving } from '../models/leaving.ts'
import type { Session } from '../models/session.ts'
import { advising, endNews, newsOf } from '../models/together.ts'
import { watchTogether } from '../models/together-keys.ts'
import { AdviceDialog } from './advice/AdviceDialog.tsx'
import { HandOverDialog } from './hand-over/HandOverDialog.tsx'
import { HandOverStrip } from './hand-over/HandOverStrip.tsx'
import { TakeOverDialog } from './hand-over/TakeOverDialog.tsx'
import { NewsDialog } from './news/NewsDialog.tsx'
import { NewsStrip } from './news/NewsStrip.tsx'

/** What colleagues have to do with each other beside their chats. */
export function Together({ session }: { session: Session }) {
  const handOvers = useMemo(() => new HandOversModel(session), [session])
  const news = newsOf(session)
  useEffect(() => () => handOvers[Symbol.dispose](), [handOvers])
  useEffect(() => () => endNews(session), [session.connection])
  useEffect(() => watchTogether({ handOvers, news, session }), [handOvers, news])
  const opened = handOvers.opened.value
  const asking = advising.value
  const chat = asking ? session.chats.open.value.get(asking) : undefined
  return (
    <>
      <HandOverStrip handOvers={handOvers} />
      <NewsStrip news={news} session={session} />
      {leaving.value && <HandOverDialog session={session} hasOpen={handOvers.mine.value.length > 0} />}
      {opened && <TakeOverDialog key={opened.id} handOver={opened} handOvers={handOvers} session={session} />}
      {news.isOpen.value && <NewsDialog news={news} session={session} />}
      {asking && chat && <AdviceDialog key={asking} id={asking} chat={chat} session={session} />}
    </>
  )
}
