import { randomUUID } from 'node:crypto'
import { agentFold, requesterFold } from '../../shared/client/lanes.ts'
import { NotReached } from '../../shared/client/not-reached.ts'
import { createOutbox } from '../../shared/client/outbox.ts'
import type { Store } from '../../shared/client/storage.ts'
import { follow, type SnapshotOf } from '../../shared/client/sync.ts'
import type { Conversation } from '../../shared/conversation.ts'
import { Refused } from '../../shared/refusal.ts'
import type { Visible } from '../../shared/visible.ts'
import type { History } from './history.ts'
import type { LineTo } from './line-to.ts'

export type Talker = ReturnType<typeof aTalker>

/** Somebody in a conversation, with the very outbox and the very timeline of our own pages, who writes down what he was told. */
export function aTalker(line: LineTo, conversation: string, history: History) {
  const ending = new AbortController()
  const me = line.who.id
  const setup = { connection: line, conversation, stop: ending.signal, onSnapshot: () => {} }
  const sync =
    line.who.credentials.as === 'agent'
      ? follow<Conversation>({ ...setup, fold: agentFold, isMine: (one): one is SnapshotOf<Conversation> => one.audience === 'agent' })
      : follow<Visible>({ ...setup, fold: requesterFold, isMine: (one): one is SnapshotOf<Visible> => one.audience === 'requester' })

  const ask: LineTo['ask'] = async (question, asked) => {
    const id = 'id' in asked ? String(asked.id) : ''
    try {
      const answer = await line.ask(question, asked)
      if (answer && 'left' in answer) history.ok(id, answer)
      return answer
    } catch (error) {
      if (error instanceof NotReached || (error instanceof Refused && error.code === 'unavailable')) history.unknown(id)
      else if (error instanceof Refused && error.code !== 'too-fast') history.fail(id)
      throw error
    }
  }
  const outbox = createOutbox({
    connection: { ask, state: line.state },
    store: inMemory(),
    conversation,
    me,
    arrived: async () => {},
    onSent: () => {},
  })

  function begin(text: string) {
    const id = randomUUID()
    history.invoke({ id, by: me, conversation, text })
    return id
  }

  return {
    /** Writes, and does not let go of it until the desk has answered. */
    say: (text: string) => outbox.put({ kind: 'say', text }, begin(text)),
    /** Says it once; whatever comes of it. */
    blurt: (text: string) =>
      ask('conversation:act', { conversation, id: begin(text), act: { kind: 'say', text } }).then(
        () => undefined,
        () => undefined,
      ),
    unsent: () => outbox.unsent.peek().length,
    /** What he sees: the public entries, in order. */
    list: () =>
      (sync.lanes.peek()?.entries ?? []).filter(({ lane }) => lane === 'public').map(({ seq, act, kind }) => ({ seq, act, kind })),
    /** Where the conversation stands, as he sees it. */
    state: () => sync.lanes.peek()?.state ?? null,
    older: () => sync.older(),
    more: () => sync.more.peek(),
    stop() {
      ending.abort()
      outbox.dispose()
    },
  }
}

/** What a browser keeps for its page, without a browser. */
function inMemory(): Store {
  const kept = new Map<string, string>()
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    onChange: () => () => {},
  }
}
