import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

/** A timeline in a few lines. */
export const recap = {
  title: 'In short',
  asked: 'Asked',
  tried: 'Tried',
  outcomes: { done: 'done', 'did-not-help': 'did not help', cannot: 'could not be done', skipped: 'left out' },
  told: 'Told',
  helped: 'Outcome',
  who: 'Agents',
  course: 'Course',
  nobody: 'nobody yet',
  waited: (span: string) => `waited ${span}`,
  waits: 'still waits',
  talked: (span: string) => `talked for ${span}`,
  messages: (requester: number, agents: number) => `messages: ${requester} by the requester, ${agents} by agents`,
  moved: (times: number) => plural(times, { one: 'handed on once', other: `handed on ${times} times` }),
  reopened: (times: number) => plural(times, { one: 'reopened once', other: `reopened ${times} times` }),
  insert: 'Insert the summary',
}
