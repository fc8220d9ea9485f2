import { untracked } from '@preact/signals'
import type { ComponentProps } from 'preact'
import { useCallback, useMemo } from 'preact/hooks'
import type { RequesterChat } from '../shared/client/chat.ts'
import { ticketLabel } from '../shared/ticket.ts'
import type { LivingTimeline } from '../shared/ui/LivingTimeline.tsx'
import type { NameOf } from '../shared/ui/lines.ts'
import { type Part, useMerged } from '../shared/ui/useMerged.ts'
import { words } from '../shared/ui/words.ts'

/** Those that are alive beside a request, however often it is left and looked at again. */
const beside = new WeakMap<RequesterChat, Map<string, RequesterChat>>()

function besideOf(chat: RequesterChat, conversation: string): RequesterChat {
  const known = beside.get(chat) ?? new Map<string, RequesterChat>()
  const other = known.get(conversation) ?? untracked(() => chat.beside(conversation))
  beside.set(chat, known.set(conversation, other))
  return other
}

type Told = ComponentProps<typeof LivingTimeline> & { chat: RequesterChat }

/** How a request and the earlier ones that go on in it are drawn as one, by what draws a single one. Until all are there it stands alone. */
export function mergedTalk(Timeline: typeof LivingTimeline) {
  return function MergedTalk(told: Told) {
    const { chat, entries } = told
    const merged = chat.merged.value ?? []
    const ids = merged.map(({ conversation }) => conversation).join()
    const others = useMemo(() => merged.map(({ conversation, number }) => ({ number, chat: besideOf(chat, conversation) })), [chat, ids])
    const readable = others.filter((one) => !one.chat.refused.value)
    const names = readable.map((one) => one.chat.names.value)
    // Whoever helped there may never have come here.
    const nameOf: NameOf = useCallback(
      (person) => {
        const here = told.nameOf(person)
        return here === words.someone ? (names.find((known) => known[person])?.[person] ?? here) : here
      },
      [told.nameOf, ...names],
    )
    const own = chat.state.value
    if (!own || merged.length === 0 || readable.some((one) => !one.chat.state.value)) return <Timeline {...told} />
    const rest = readable.map((one) => ({ label: ticketLabel(one.number), chat: one.chat, entries: one.chat.entries.value }))
    return <Together key={ids} told={{ ...told, nameOf }} parts={[{ label: ticketLabel(own.number), chat, entries }, ...rest]} />
  }

  function Together({ told, parts }: { told: Told; parts: [Part, ...Part[]] }) {
    return <Timeline {...told} {...useMerged(parts, told.tell)} />
  }
}
