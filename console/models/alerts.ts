import { effect } from '@preact/signals'
import type { Ringing } from '../../shared/protocol/line.ts'
import { go } from '../router.ts'
import { words } from '../words.ts'
import type { Session } from './session.ts'

type Needs = Pick<Session, 'desk' | 'chats' | 'bell' | 'habits'>

/** Tells what rings and what is new where no screen is looked at: in the title, the icon of the tab, and outside of the page. */
export function beginAlerts({ desk, chats, bell, habits }: Needs): () => void {
  const shown = new Map<string, Notification>()
  let heard = chats.unread.peek()
  const undo = [
    effect(() => {
      const count = chats.unread.value + desk.offers.value.length
      document.title = words.shell.title(count)
      showIcon(count > 0 ? '/console/icon-news.svg' : '/console/icon.svg')
    }),
    effect(() => {
      const unread = chats.unread.value
      if (unread > heard) bell.message()
      heard = unread
    }),
    effect(() => {
      const ringing = habits.notify.value ? desk.offers.value : []
      for (const [offer, notification] of shown) {
        if (ringing.some((one) => one.offer === offer)) continue
        notification.close()
        shown.delete(offer)
      }
      for (const one of ringing) if (!shown.has(one.offer) && mayNotify() && document.hidden) shown.set(one.offer, notified(one))
    }),
  ]
  return () => {
    for (const back of undo) back()
    for (const notification of shown.values()) notification.close()
    document.title = words.shell.product
    showIcon('/console/icon.svg')
  }
}

/** Whether the browser lets us tell something outside of the page; `null` where it cannot at all. */
export const permission = () => ('Notification' in globalThis ? Notification.permission : null)

const mayNotify = () => permission() === 'granted'

function notified({ conversation, offer }: Ringing) {
  const { requester, subject } = conversation
  const notification = new Notification(words.chats.notified(requester.name), { body: subject, tag: offer, icon: '/console/icon.svg' })
  notification.onclick = () => {
    window.focus()
    go({ at: 'chats', conversation: conversation.id })
  }
  return notification
}

function showIcon(address: string) {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (link && link.getAttribute('href') !== address) link.setAttribute('href', address)
}
