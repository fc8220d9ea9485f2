import { PhoneCall, ShieldQuestionMark, TriangleAlert, UserX } from 'lucide-preact'
import type { Priority } from '../../shared/ticket.ts'
import { words } from '../words.ts'

/** P1 to P5, with the word behind it. */
export function PriorityMark({ priority, long }: { priority: Priority; long?: boolean }) {
  return (
    <span class={`badge p${priority}`} title={words.chats.priorityLong(priority)}>
      {long ? words.chats.priorityLong(priority) : words.chats.priority(priority)}
    </span>
  )
}

/** Stands wherever a requester is named whom nobody vouched for. */
export function UnverifiedMark() {
  return (
    <span class="badge unverified" title={words.chats.unverifiedLong}>
      <ShieldQuestionMark aria-hidden="true" />
      <span>{words.chats.unverified}</span>
    </span>
  )
}

/** The requester was told that somebody comes back to him. */
export function CallBackMark() {
  return (
    <span class="badge" title={words.turns.callBackLong}>
      <PhoneCall aria-hidden="true" />
      {words.turns.callBack}
    </span>
  )
}

/** It is part of a known incident, which is named. */
export const CauseMark = ({ title }: { title: string }) => (
  <span class="badge" title={title}>
    <TriangleAlert aria-hidden="true" />
    <span class="sr-only">{title}</span>
  </span>
)

/** The requester closed the page while waiting. */
export function AbsentMark() {
  return (
    <span class="badge absent" title={words.chats.absentLong}>
      <UserX aria-hidden="true" />
      {words.chats.absent}
    </span>
  )
}
