import type { SilenceStep } from '../../../shared/silence.ts'

const silence: Record<SilenceStep, string> = {
  nudge: 'Ask whether anybody is still there, after',
  hold: 'Put the chat on hold, after',
  close: 'End the chat, after',
  warn: 'Remind the agent, after',
  supervise: 'Tell the supervisors, after',
  requeue: 'Give the requester back to the line, after',
}

/** The settings of waiting and of silence. */
export const rules = {
  hint: 'What becomes of those who wait in each team’s line, and of chats in which nobody speaks. A field that is empty means never.',
  minutes: 'minutes',
  minutesBetween: (least: number) => `Minutes from ${least} to 1440, or nothing`,
  laterThanBefore: 'Later than what comes before it',
  crowd: 'When too many wait',
  most: 'At most so many wait',
  mostTo: 'Whoever comes then',
  longest: 'Nobody waits for longer than',
  longestTo: 'Whoever has waited so long',
  refuges: { message: 'leaves a message, which is a ticket', 'call-back': 'is called back' },
  toTeam: (name: string) => `goes to ${name}`,
  overflow: 'Another team helps out',
  overflowTo: 'Who',
  nobody: 'Nobody',
  overflowAfter: 'After a wait of',
  atOnce: 'At once where nobody of this team is there',
  whenMissing: 'Say when: after how many minutes, or at once',
  silenceOf: { requester: 'When the requester is silent', agent: 'When the agent is silent' },
  silence,
  requeueHint: 'At the age that the wait had. The agent is set to away.',
  emergency: 'Emergency',
  everyTeam: 'Emergency: close the whole desk',
  shutAll: 'Close every team',
  openAll: 'Open every team',
  allShut: 'Every team is closed.',
  allOpen: 'No team is closed for an emergency any more.',
  shut: 'Close this team now, whatever its hours say',
  notice: 'What requesters read before they wait',
  noticeMissing: 'Say why, and what to do instead',
}
