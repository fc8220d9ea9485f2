import type { RequesterChat } from '../../shared/client/chat.ts'

/** Where a conversation is, as far as its screen differs. */
export type Stage = 'opening' | 'waiting' | 'chat' | 'left' | 'ended' | 'gone'

export function stageOf({ state, refused }: Pick<RequesterChat, 'state' | 'refused'>): Stage {
  if (!state.value) return refused.value ? 'gone' : 'opening'
  switch (state.value.status) {
    case 'waiting':
      return 'waiting'
    case 'active':
    case 'held':
      return 'chat'
    case 'unrouted':
      return state.value.ticketStatus === 'open' ? 'left' : 'ended'
    case 'ended':
      return 'ended'
  }
}
