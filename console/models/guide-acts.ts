import type { AgentChat } from '../../shared/client/chat.ts'
import type { StepAnswer } from '../../shared/guide-run.ts'
import type { Act } from '../../shared/protocol.ts'
import type { Notices } from './notices.ts'

/** What an agent may do at the step where a guide stands. */
export function tellAt(chat: AgentChat, notices: Notices, place: { run: string; turn: number }) {
  const act = (what: Act) => void chat.act(what).catch(notices.refused)
  return {
    answer: (answer: StepAnswer) => act({ kind: 'answer-step', ...place, answer }),
    back: () => act({ kind: 'step-back', ...place }),
    skip: (reason: string) => act({ kind: 'skip-step', ...place, reason }),
    add: (step: { title: string; text: string; command: string }) => act({ kind: 'add-step', ...place, ...step }),
    stop: () => act({ kind: 'stop-guide', run: place.run }),
  }
}

/** Lays a guide before the requester. */
export const startGuide = (chat: AgentChat, notices: Notices, guide: string) =>
  void chat.act({ kind: 'start-guide', guide }).catch(notices.refused)
