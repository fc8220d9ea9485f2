import type { Speaker } from '../../../shared/silence.ts'

const standing: Record<Speaker, string> = { requester: 'Waits for the requester', agent: 'Waits for an answer' }
const say: Record<Speaker, string> = { requester: 'It is the requester’s turn', agent: 'I still owe an answer' }

/** Whose turn it is to speak, and chats that rest. */
export const turns = {
  standing,
  /** What the buttons say, by whose turn it becomes. */
  say,
  asked: 'The requester was asked whether anybody is still there',
  answerNow: 'Answer now',
  remindMe: (name: string) => `${name} has been waiting for your answer for long.`,
  tellSupervisors: (agent: string, name: string) => `${agent} has not answered ${name} for long.`,
  took: (name: string) => `The chat with ${name} went back to the line, since no answer came. You are away now.`,
  heldUntil: (until: string) => `On hold until ${until}`,
  heldSilent: 'On hold: the requester is silent',
  help: (team: string, at: string) => `${team} helps out at ${at}.`,
  callBack: 'Call back',
  callBackLong: 'The line was full or too slow: the requester was told that somebody comes back to him here',
  holdTitle: 'Put this chat on hold',
  reason: 'Why? (the requester reads it too)',
  reasonHint: 'Say what you are waiting for, such as a spare part.',
  until: 'Goes on',
  untilSomebody: 'When I say so, or the requester writes',
  untilIn: (minutes: number) => (minutes < 60 ? `In ${minutes} minutes` : minutes === 60 ? 'In an hour' : `In ${minutes / 60} hours`),
  untilMorning: 'Tomorrow at 8:00',
}
