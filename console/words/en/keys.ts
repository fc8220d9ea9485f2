import { pluralOf } from '../../../shared/ui/plural.ts'
import type { Group } from '../../models/commands.ts'
import type { Deed } from '../../models/shortcuts.ts'

const plural = pluralOf('en')

/** The keys and the palette. */
export const keys = {
  title: 'Keys',
  single: 'Keys without Alt or Ctrl, such as J and K',
  where: {
    anywhere: 'Everywhere',
    outside: 'Everywhere',
    composer: 'Where you write',
    offer: 'On an offer',
    wrapUp: 'While you wrap up',
    board: 'On the live board',
  },
  names: { Escape: 'Esc', Enter: 'Enter', Backspace: 'Backspace', Ctrl: 'Ctrl', Alt: 'Alt', Shift: 'Shift' } as Record<string, string>,
  deeds: {
    palette: 'Find anything',
    sheet: 'Show all keys',
    take: 'Take what rings, the next in line, or else a message left',
    toOffer: 'Go to the offer',
    accept: 'Accept the offer',
    decline: 'Decline the offer, with a reason',
    nth: 'Go to one of your chats',
    next: 'Next chat',
    previous: 'Previous chat',
    availability: 'Available or away',
    call: 'Log a call or visit',
    takeShift: 'Take over what a colleague hands over',
    undo: 'Undo what was just done, as long as the notice stands',
    toReply: 'Write a reply',
    toNote: 'Write a note',
    transfer: 'Transfer the chat',
    hold: 'Put on hold, or go on',
    beside: 'Open the next chat beside',
    closeSide: 'Close this chat on the screen',
    about: 'Show or hide ticket and person, where there is no room for them',
    resolve: 'Resolve: wrap up and end',
    send: 'Send',
    newLine: 'New line',
    replies: 'Saved replies, at the beginning of a message',
    undoSend: 'Take back what is about to be sent',
    finish: 'Resolve',
    finishNext: 'Resolve, and go to the next chat',
    noAnswer: 'The requester did not answer',
    duplicate: 'It is a duplicate of another ticket',
    boardNext: 'Next row',
    boardPrevious: 'Previous row',
    boardOpen: 'Open the chat',
    boardWhy: 'Why it is here, or still waits',
    boardWhisper: 'Whisper to the agent',
    boardJoin: 'Join the chat',
    boardTakeOver: 'Take it over, or out of the line',
    boardRaise: 'Raise its priority',
    leave: 'Out of the field, then back to the list',
  } satisfies Record<Deed, string>,
  paletteLabel: 'Find a chat, a person, a ticket, or something to do',
  groups: { chats: 'Chat', waiting: 'Waits', actions: 'Action', tickets: 'Ticket', people: 'Person', pages: 'Page' } satisfies Record<
    Group,
    string
  >,
  found: (count: number) => (count === 0 ? 'Nothing fits.' : plural(count, { one: '1 found', other: `${count} found` })),
  ticketsOf: (name: string) => `Tickets of ${name}`,
}
