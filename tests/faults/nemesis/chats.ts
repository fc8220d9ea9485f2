import { dare } from '../../support/dare.ts'
import type { History } from '../../support/history.ts'
import type { Seen } from '../../support/laws.ts'
import type { LineTo } from '../../support/line-to.ts'
import { aTalker, inMemory, type Talker } from '../../support/talker.ts'

export type Chats = ReturnType<typeof chatsOf>

/** The chats that somebody has on his screen, and what he saw of those that he had there before. What he wrote survives a reload. */
export function chatsOf(who: { name: string; sees: Seen['lane'][] }, history: History) {
  const store = inMemory()
  const open = new Map<string, { line: LineTo; talker: Talker }>()
  const past: Seen[] = []

  const picture = (conversation: string, talker: Talker, isLive: boolean): Seen[] =>
    who.sees.map((lane) => ({ who: who.name, conversation, lane, list: talker.list(lane), isLive }))

  function shut(conversation: string) {
    const chat = open.get(conversation)
    if (!chat) return
    open.delete(conversation)
    past.push(...picture(conversation, chat.talker, false))
    chat.talker.stop()
    void dare(chat.line.ask('conversation:close', { conversation }))
  }

  return {
    show(line: LineTo, conversation: string): Talker {
      const chat = open.get(conversation) ?? { line, talker: aTalker(line, conversation, history, store) }
      open.set(conversation, chat)
      return chat.talker
    },
    shut,
    shutAll() {
      for (const conversation of [...open.keys()]) shut(conversation)
    },
    shown: () => [...open.keys()],
    talker: (conversation: string) => open.get(conversation)?.talker,
    /** How much of what is written in those that are shown has not arrived. */
    unsent: () => [...open.values()].reduce((sum, { talker }) => sum + talker.unsent(), 0),
    /** What he saw before is compared and done with. */
    forget: () => void past.splice(0),
    /** All that he holds, and all that he held. Pages that he did not look at are none of his. */
    seen: (): Seen[] => [...past, ...[...open].flatMap(([conversation, { talker }]) => picture(conversation, talker, true))],
  }
}
