import { computed } from '@preact/signals'
import { CornerDownLeft } from 'lucide-preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Written } from '../../shared/client/unsent.ts'
import type { CannedReply } from '../../shared/protocol/admin.ts'
import type { GuideRow } from '../../shared/protocol/guide.ts'
import { filledReply, firstNameOf } from '../../shared/replies.ts'
import { ticketLabel } from '../../shared/ticket.ts'
import { Composer } from '../../shared/ui/Composer.tsx'
import { Kept } from '../../shared/ui/Kept.ts'
import { useLater } from '../../shared/ui/later.ts'
import { putIn } from '../../shared/ui/put-in.ts'
import { articleAsked, withArticle } from '../models/article-asked.ts'
import type { Lane } from '../models/drafts.ts'
import { guardNow } from '../models/guard.ts'
import { startGuide } from '../models/guide-acts.ts'
import { fittingGuides, guideAsked } from '../models/guides.ts'
import { nameIn } from '../models/names.ts'
import { fitting } from '../models/replies.ts'
import { isOneOf } from '../models/shortcuts.ts'
import { words } from '../words.ts'
import { loadArticles } from './articles.ts'
import type { PaneProps } from './ChatPane.tsx'
import { GuideHint } from './GuideHint.tsx'
import { GuideMenu } from './GuideMenu.tsx'
import { HeldNotice } from './HeldNotice.tsx'
import { keysOf } from './Keys.tsx'
import { LaidAside } from './LaidAside.tsx'
import { RepliesMenu } from './RepliesMenu.tsx'
import { loadTogether } from './together.ts'
import { useConsentMenu } from './useConsentMenu.ts'
import { WritingButtons } from './WritingButtons.tsx'
import { WritingTo } from './WritingTo.tsx'

/** Where replies and notes are written. Notes look unlike anything that the requester sees, and tell nobody that one writes. */
export function Writing({ id, chat, session, canReply }: PaneProps & { canReply: boolean }) {
  const { drafts, sending } = session
  const [chosen, setChosen] = useState(0)
  const [dismissed, setDismissed] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const together = useLater(loadTogether, false)
  const naming = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const sendMark = useMemo(() => <CornerDownLeft size={14} aria-hidden="true" />, [])
  const lane: Lane = canReply ? drafts.lane(id).value : 'note'
  const drafted = drafts.of(id)
  const text = useMemo(() => computed(() => drafted.value[lane].text), [drafted, lane])
  const name = nameIn(chat, session.desk)(chat.state.value?.requester ?? '')
  // Null as long as one merely writes, so that a letter draws nothing here anew.
  const asked = useMemo(() => computed(() => (lane === 'reply' && /^\/[^\n]*$/.test(text.value) ? text.value : null)), [text, lane]).value
  const isAsking = asked !== null && !dismissed
  const sought = useMemo(() => computed(() => articleAsked(text.value)), [text]).value
  const articles = useLater(loadArticles, sought !== null)
  const articleKeys = useRef<((event: KeyboardEvent) => boolean) | null>(null)
  const guideWanted = isAsking ? guideAsked(asked) : null
  const consent = useConsentMenu(isAsking ? asked : null)
  const guides = guideWanted === null ? [] : fittingGuides(session.guides.list.value, guideWanted)
  const offered = isAsking && guideWanted === null ? fitting(session.replies.list.value, asked) : []
  // Those that were published meanwhile, too.
  useEffect(() => {
    if (guideWanted !== null) void session.guides.load()
  }, [guideWanted === null])
  const area = () => place.current?.querySelector('textarea') ?? null

  const write = (written: string) => {
    drafts.write(id, lane, written)
    setChosen(0)
    if (!written.startsWith('/')) setDismissed(false)
    if (lane === 'reply' && written.trim() && !written.startsWith('/')) chat.type()
  }
  const put = (written: string) => {
    putIn(area(), written)
    write(written)
  }
  const guard = { rules: guardNow.value, isAgent: lane === 'reply' }
  const send = (written: string, asIs?: true) => {
    drafts.write(id, lane, '')
    const act: Written =
      lane === 'reply'
        ? { kind: 'say', text: written }
        : { kind: 'note', text: written, ...together?.mentionsIn(written, id, chat, session) }
    sending.put(id, {
      send: () => chat.write({ ...act, ...(asIs && { asIs }) }),
      takeBack: () => drafts.write(id, lane, [written, drafts.of(id).peek()[lane].text].filter(Boolean).join('\n')),
    })
  }
  const takeBack = () => {
    sending.undo(id)
    area()?.focus()
  }
  const choose = (one: Lane) => {
    drafts.choose(id, one)
    area()?.focus()
  }
  const insert = (reply: CannedReply | undefined) => {
    if (!reply) return
    put(filledReply(reply.text, valuesIn({ id, chat, session }, name)))
  }
  const guide = (wanted: GuideRow | undefined) => {
    if (!wanted) return
    write('')
    startGuide(chat, session.notices, wanted.id)
  }
  const ask = (beginning: string) => {
    const there = area()?.value ?? ''
    // Articles are looked for on a line of their own, and the rest stays.
    if (!there || beginning === '??') put(there ? `${there.trimEnd()}\n${beginning}` : beginning)
    area()?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    // Left to the keys of the desk: it would be sent otherwise.
    if (isOneOf(keysOf('resolve'), event)) return true
    if (!text.peek() && isOneOf(keysOf('undoSend'), event) && sending.held.peek().has(id)) {
      event.preventDefault()
      takeBack()
      return true
    }
    if (naming.current?.(event)) return true
    if (articleKeys.current?.(event)) return true
    if (consent.keys.current?.(event)) return true
    if (!isAsking) return false
    if (event.key === 'Escape') {
      event.preventDefault()
      setDismissed(true)
      return true
    }
    const count = offered.length + guides.length
    if (count === 0) return false
    const takeOver = () => (guideWanted === null ? insert(offered[chosen]) : guide(guides[chosen]))
    const act = {
      ArrowDown: () => setChosen((chosen + 1) % count),
      ArrowUp: () => setChosen((chosen + count - 1) % count),
      Enter: takeOver,
      Tab: takeOver,
    }[event.key]
    if (!act || event.shiftKey || event.ctrlKey || event.metaKey) return false
    event.preventDefault()
    act()
    return true
  }

  return (
    <div ref={place} class={lane === 'note' ? 'writing-place for-note' : 'writing-place'} onFocusOut={drafts.tell}>
      {guideWanted !== null && <GuideMenu guides={guides} chosen={chosen} onChoose={guide} />}
      {consent.Menu && <consent.Menu chat={chat} session={session} asked={asked ?? ''} keys={consent.keys} done={() => write('')} />}
      {isAsking && guideWanted === null && !consent.isAsked && (
        <RepliesMenu replies={offered} isEmpty={session.replies.list.value.length === 0} chosen={chosen} onChoose={insert} />
      )}
      {sought !== null && articles && (
        <articles.ArticleMenu
          session={session}
          chat={id}
          isReply={lane === 'reply'}
          asked={sought}
          keys={articleKeys}
          put={(found) => put(withArticle(text.peek(), found))}
        />
      )}
      {lane === 'reply' && <GuideHint id={id} chat={chat} session={session} />}
      <HeldNotice id={id} session={session} onUndo={takeBack} />
      <LaidAside id={id} lane={lane} session={session} onTakeUp={() => putIn(area(), text.peek())} />
      {lane === 'note' && together && (
        <together.MentionMenu key={id} id={id} chat={chat} session={session} text={text} area={area} write={write} keys={naming} />
      )}
      <Kept given={[name, lane, canReply]} draw={() => <WritingTo name={name} lane={lane} canReply={canReply} choose={choose} />} />
      <Composer
        label={lane === 'reply' ? words.chats.replyLabel(name) : words.chats.note}
        placeholder={lane === 'reply' ? words.chats.replyTo(name) : words.chats.noteHint}
        value={text}
        onInput={write}
        onSend={send}
        guard={guard}
        onKey={onKey}
        files={chat.files}
        lane={lane === 'reply' ? 'public' : 'internal'}
        tall={sendMark}
      >
        {lane === 'reply' && <Kept given={[]} draw={() => <WritingButtons ask={ask} />} />}
      </Composer>
    </div>
  )
}

/** What a saved reply may leave open, as it is in this chat. */
function valuesIn({ chat, session }: PaneProps, name: string) {
  const number = chat.state.peek()?.number
  return {
    'requester.name': name,
    'requester.first': firstNameOf(name),
    'agent.name': session.me.name,
    'ticket.number': number ? ticketLabel(number) : '',
    'desk.name': session.setup.profile.value?.name ?? words.shell.product,
  }
}
