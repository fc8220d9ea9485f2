import { go } from '../router.ts'
import type { Session } from './session.ts'

/** Takes what rings, or else the head of the line, or else a message left, and shows it. */
export async function takeNext({ desk }: Session) {
  const got = await desk.takeNext()
  if (got) go({ at: 'chats', conversation: got })
}

/** Takes this one out of the line, and shows it. */
export async function takeThis({ desk }: Session, conversation: string) {
  if (await desk.act(conversation, { kind: 'take' })) go({ at: 'chats', conversation })
}
