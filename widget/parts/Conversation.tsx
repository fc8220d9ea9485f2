import { signal } from '@preact/signals'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { RequesterChat } from '../../shared/client/chat.ts'
import type { Reception } from '../../shared/protocol/visit.ts'
import type { Act } from '../../shared/protocol.ts'
import { Composer } from '../../shared/ui/Composer.tsx'
import { tellRequester } from '../../shared/ui/for-requester.ts'
import { LivingTimeline } from '../../shared/ui/LivingTimeline.tsx'
import { useLater } from '../../shared/ui/later.ts'
import { textOf } from '../../shared/ui/text.ts'
import { words as shared } from '../../shared/ui/words.ts'
import type { Visible } from '../../shared/visible.ts'
import { stageOf } from '../models/stage.ts'
import { type Trouble, troubleOf, type Visit } from '../models/visit.ts'
import { tooLongAt } from '../models/welcome.ts'
import { words } from '../talk-words.ts'
import { Banner } from './Banner.tsx'
import { Header } from './Header.tsx'
import { LeftCard } from './LeftCard.tsx'
import { OldPage } from './OldPage.tsx'
import { Opening } from './Opening.tsx'
import { PlaceCard } from './PlaceCard.tsx'
import { TroubleLine } from './TroubleLine.tsx'
import { useHeading } from './useHeading.ts'

/** Fetched while people talk: there when they part. */
const loadEnded = () => import('../after.ts')
/** Fetched when there is something to hear of. */
const loadNews = () => import('./NextNews.tsx')
/** Fetched where many have the same trouble. */
const loadIncidents = () => import('../incident.ts')

/** Fetched where earlier requests go on in this one. */
const loadMerged = () => import('../merged.tsx').then((part) => part.mergedTalk(LivingTimeline))

/** Fetched with the first guide, when the requester is asked to agree to something, or where he had called. */
const loadGuides = async () => {
  const part = await import('../guide.ts')
  await part.prepare()
  return part
}

interface ConversationProps {
  visit: Visit
  chat: RequesterChat
  id: string
  close(): void
}

/** One conversation, from its opening to its end. */
export function Conversation({ visit, chat, id, close }: ConversationProps) {
  const [draft] = useState(() => signal(visit.draft(id)))
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [isAtEnd, setAtEnd] = useState(true)
  const shown = visit.shown.value
  useEffect(() => {
    chat.show(shown && isAtEnd)
    return () => chat.show(false)
  }, [chat, shown, isAtEnd])

  const setDraft = (text: string) => {
    draft.value = text
  }
  useEffect(() => visit.onDraft(id, setDraft), [visit, id])

  const me = visit.me.value?.id ?? ''
  const stage = stageOf(chat)
  const state = chat.state.value
  const news = useLater(loadNews, Boolean(state?.promise || state?.work))
  const known = useLater(loadIncidents, Boolean(state?.incident || visit.reception.value?.incidents))
  const rules = visit.guard.value
  const door = doorTo(visit.reception.value, chat.state.value)
  const tooLong = door ? tooLongAt(door, chat.place.value?.minutes ?? null) : null
  const instead = tooLong?.refuge ?? 'message'
  const guides = useLater(
    loadGuides,
    chat.guides.value.length > 0 ||
      chat.entries.value.some(({ kind }) => ['guide-started', 'consent-asked', 'told'].includes(kind)) ||
      Boolean(chat.state.value?.guide),
  )
  const Talk = useLater(loadMerged, chat.merged.value !== null) ?? LivingTimeline
  const after = useLater(loadEnded, stage === 'chat' || stage === 'ended')
  useHeading(shown, stage)
  const names = chat.names.value
  const nameOf = useCallback((person: string) => (person === me ? shared.you : textOf(names[person]) || shared.someone), [me, names])
  const write = (text: string) => {
    setDraft(text)
    visit.keepDraft(id, text)
    if (text) chat.type()
  }
  const act = (act: Act) => {
    setTrouble(null)
    chat.act(act).catch((error: unknown) => setTrouble(troubleOf(error)))
  }

  return (
    <div class="screen">
      <Header visit={visit} chat={chat} stage={stage} act={act} close={close} />
      <Banner visit={visit} />
      <OldPage />
      {news && state ? <news.NextNews state={state} /> : null}
      <main class="talk">
        <Talk
          chat={chat}
          label={words.log}
          tell={guides?.tellBeside(chat.state.value?.guide?.id) ?? tellRequester}
          entries={chat.entries.value}
          outgoing={chat.outgoing.value.filter(({ act, refused }) => act.kind !== 'open' || !refused)}
          nameOf={nameOf}
          isOurs={(person) => person === me}
          onEnd={setAtEnd}
        >
          {stage === 'waiting' ? <PlaceCard place={chat.place.value} door={door} tooLong={tooLong} /> : null}
          {state && known && (stage === 'left' || stage === 'waiting') ? <known.CauseCard visit={visit} state={state} act={act} /> : null}
          {stage === 'left' && !state?.incident && !state?.guide ? <LeftCard /> : null}
          {after ? <after.SentArticles visit={visit} chat={chat} act={act} /> : null}
          {guides ? <guides.GuideInChat chat={chat} nameOf={nameOf} me={me} act={act} /> : null}
        </Talk>
        <TroubleLine trouble={trouble} />
        {stage === 'opening' || stage === 'gone' ? <Opening visit={visit} chat={chat} /> : null}
        {stage === 'ended' && after ? <after.Ended visit={visit} chat={chat} act={act} fail={setTrouble} /> : null}
        {stage === 'waiting' ? (
          <div class="foot">
            <button
              type="button"
              class="button wide"
              onClick={() => act({ kind: 'leave-message', ...(instead === 'call-back' && { callBack: true }) })}
            >
              {words.place.instead[instead]}
            </button>
          </div>
        ) : null}
        {stage === 'waiting' || stage === 'chat' || stage === 'left' ? (
          <div class="write">
            <Composer
              label={words.message}
              placeholder={words.placeholder[stage]}
              value={draft}
              onInput={write}
              {...(rules && { guard: { rules, isAgent: false } })}
              onSend={(text, asIs) => {
                chat.write({ kind: 'say', text, ...(asIs && { asIs }) })
                write('')
              }}
              autoFocus={shown}
              files={chat.files}
            />
          </div>
        ) : null}
      </main>
    </div>
  )
}

/** How the team stands that has this conversation. */
const doorTo = (reception: Reception | null, state: Pick<Visible, 'team'> | null) =>
  [...(reception?.topics ?? []), ...(reception?.anything ? [reception.anything] : [])].find(({ team }) => team === state?.team)
