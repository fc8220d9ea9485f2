import type { AgentState } from '../../../shared/protocol/board.ts'
import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

const states: Record<AgentState, string> = {
  available: 'Available',
  full: 'Full',
  'wrap-up': 'Wrap-up',
  away: 'Away',
  offline: 'Not here',
}

/** What supervisors watch. */
export const board = {
  title: 'Live board',
  allTeams: 'All teams',
  wall: 'Wall',
  wallHint: 'Large figures for a screen on the wall, without the names of those who ask',
  noTeams: 'You are in no team yet, so there is nothing to watch. An administrator adds you to a team in your person’s settings.',

  waiting: 'Waiting',
  longest: 'Longest wait',
  nobody: 'nobody',
  running: 'In chats',
  ofPlaces: (places: number) => plural(places, { one: 'of 1 place', other: `of ${places} places` }),
  here: 'Agents here',
  wrappingUp: (count: number) => `${count} in wrap-up`,
  free: 'Free places',
  silent: 'Silent chats',
  silentHint: 'Somebody waits for a word for longer than his team allows (five minutes where it says nothing)',

  teams: 'Teams',
  team: 'Team',
  only: (team: string) => `Show ${team} only`,

  line: 'Waiting',
  lineOrder: 'in the order they will be offered',
  nobodyWaits: 'Nobody is waiting.',
  who: 'Who',
  what: 'About',
  waits: 'Waits',
  waitsMeaning: 'waits',
  why: 'Why',
  acts: 'Do',
  noReason: 'It is offered next.',
  more: (count: number) => `and ${count} more`,

  chats: 'Chats',
  chatsOrder: 'who waits longest for a word first',
  nobodyTalks: 'No chat is running.',
  agent: 'Agent',
  requester: 'Requester',
  silence: 'Silent',
  agentSilent: 'the agent is silent',
  requesterSilent: 'the requester is silent',
  held: 'on hold',

  agents: 'Agents',
  agentsOrder: 'by who is free first',
  noAgents: 'This team has no agents yet.',
  state: 'State, since',
  states,
  load: 'Load',
  loadLong: (load: string, capacity: number, wrapUps: number) => `${load} of ${capacity}${wrapUps > 0 ? `, ${wrapUps} in wrap-up` : ''}`,

  deeds: {
    boardWhy: 'Why here?',
    boardWhisper: 'Whisper',
    boardJoin: 'Join',
    boardTakeOver: 'Take over',
    boardRaise: 'Raise priority',
  },
  take: 'Take',
  joined: (name: string) => `You joined the chat with ${name} and may write in it. It is on record.`,
  tookOver: (name: string) => `The chat with ${name} is yours now. It is on record.`,
  raised: (name: string) => `The priority of ${name} is one step higher. It is on record.`,
  whisperTitle: (agent: string, requester: string) => `Whisper to ${agent} about ${requester}`,
  whisperText: 'Your word',
  whisperHint: 'Stands in the chat as a note for the agent. The requester sees nothing of it.',
  whisperMissing: 'Write a word first',
  whisperSend: 'Whisper',
  whisperDone: (agent: string) => `Whispered to ${agent}. It stands in the chat as a note.`,
  whispered: (by: string, requester: string, text: string) => `${by} whispers about ${requester}: ${text}`,

  keysHint: 'J and K go from row to row, Enter opens. W whispers, I joins, T takes over, U raises the priority, Y says why.',
  asOf: (time: string) => `No connection. This is how it was at ${time}; it goes on by itself.`,
  back: 'Back to the board',
  fullScreen: 'Full screen',
}
