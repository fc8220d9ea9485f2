import type { Chat } from '../client/chat.ts'
import { FilesOfChat } from './files-context.ts'
import { Timeline, type TimelineProps } from './Timeline.tsx'

/** What a chat knows of its timeline by itself. */
type OfChat = 'delivery' | 'typing' | 'more' | 'loadingOlder' | 'older' | 'again' | 'discard'

interface LivingTimelineProps extends Omit<TimelineProps, OfChat> {
  chat: Chat<unknown>
}

/** The timeline of a chat that is open here, with its files, who is writing, and what is still on its way. */
export const LivingTimeline = ({ chat, ...told }: LivingTimelineProps) => (
  <FilesOfChat.Provider value={chat.files}>
    <Timeline
      {...told}
      delivery={chat.delivery}
      typing={chat.typing.value}
      more={chat.more.value}
      loadingOlder={chat.loadingOlder.value}
      older={chat.older}
      again={chat.again}
      discard={chat.discard}
    />
  </FilesOfChat.Provider>
)
