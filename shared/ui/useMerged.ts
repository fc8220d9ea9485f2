import { computed } from '@preact/signals'
import { useMemo, useRef, useState } from 'preact/hooks'
import type { Chat } from '../client/chat.ts'
import { createWeaving } from '../client/merged.ts'
import type { Entry } from '../entry.ts'
import type { Drawn } from './lines.ts'

/** One of the timelines that are read as one. */
export interface Part {
  /** The name of its ticket. */
  label: string
  chat: Chat<unknown>
  entries: readonly Entry[]
}

/** What a `LivingTimeline` draws that is several. */
interface Merged extends Pick<Drawn, 'entries' | 'tell' | 'from'> {
  chat: Chat<unknown>
}

/**
 * Several timelines as one, by time: each line names the ticket that it came from, and older pages come from each as they are needed.
 * What is written goes into the first. Always as many of them, and the same.
 */
export function useMerged(parts: readonly [Part, ...Part[]], tell: Drawn['tell']): Merged {
  const [{ weave, originOf }] = useState(createWeaving)
  const strands = parts.map(({ chat, entries }) => ({ entries, more: chat.more.value }))
  const { entries, behind } = useMemo(() => weave(strands), [weave, ...strands.flatMap(({ entries, more }) => [entries, more])])
  const wanted = useRef(behind)
  wanted.current = behind
  const [chats] = useState(() => parts.map(({ chat }) => chat))
  const [labels] = useState(() => parts.map(({ label }) => label))
  const [chat] = useState(() => ({
    ...parts[0].chat,
    more: computed(() => chats.some(({ more }) => more.value)),
    loadingOlder: computed(() => chats.some(({ loadingOlder }) => loadingOlder.value)),
    older: async () => void (await Promise.all(wanted.current.map((at) => chats[at]?.older()))),
    delivery(entry: Entry) {
      const { strand = 0, entry: own = entry } = originOf(entry) ?? {}
      return (chats[strand] ?? parts[0].chat).delivery(own)
    },
  }))
  const drawn = useMemo(() => {
    const from = (entry: Entry) => labels[originOf(entry)?.strand ?? 0]
    const told: Drawn['tell'] = (entry, nameOf) => {
      const text = tell(originOf(entry)?.entry ?? entry, nameOf)
      return text && `${from(entry)} · ${text}`
    }
    return { from, tell: told }
  }, [tell, originOf, labels])
  return { entries, chat, ...drawn }
}
