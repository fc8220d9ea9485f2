import type { Delivery } from '../../client/delivery.ts'
import type { RefusalCode } from '../../refusal.ts'
import { reasonsNow } from '../reasons.ts'

const movedOn = 'Another team takes care of you. Your waiting time counts from the start.'

/** The English texts that widget and console share. Another language is another file of this shape. */
export const english = {
  delivery: { waiting: 'Waiting to send', sent: 'Sent', delivered: 'Delivered', seen: 'Seen' } satisfies Record<Delivery, string>,
  notSent: 'Not sent.',
  again: 'Try again',
  discard: 'Discard',
  older: 'Show earlier messages',
  loadingOlder: 'Loading earlier messages',
  toNewest: 'To the newest message',
  note: 'Note, only agents see this.',
  whisperTo: (name: string) => `Whisper to ${name}, only agents see this.`,
  erased: 'This text was erased.',
  someone: 'Someone',
  you: 'You',
  today: 'Today',
  yesterday: 'Yesterday',
  send: 'Send',
  writing: (names: string[]) => (names.length === 1 ? `${names[0]} is writing` : `${names.join(' and ')} are writing`),
  opensAnew: 'opens in a new tab',
  /** What happened in a conversation, told to the requester himself. */
  told: {
    opened: (label: string) => `Your request has the number ${label}.`,
    helps: (name: string) => `${name} is here to help.`,
    takesOver: (name: string) => `${name} takes over from here.`,
    joined: (name: string) => `${name} joined.`,
    steppedOut: (name: string) => `${name} left the chat.`,
    queued: {
      transferred: 'You are being passed on. Your waiting time counts from the start.',
      'agent-lost': 'Your agent lost the connection. You are back in line with your old waiting time; nothing you wrote is lost.',
      'agent-disabled': 'Your agent cannot go on. You are back in line with your old waiting time; nothing you wrote is lost.',
      'agent-silent': 'Your agent did not answer. You are back in line with your old waiting time; nothing you wrote is lost.',
      reopened: 'You are in line again.',
      overflow: movedOn,
      'nobody-here': movedOn,
      'line-full': movedOn,
      'waited-too-long': movedOn,
    },
    held: (reason: string, until: string) =>
      `Your request is on hold${until && ` until ${until}`}${reason && `: ${reason}`}. You can still write.`,
    resumed: 'Your request is being worked on again.',
    nudged: 'Are you still there? Write a line, and it goes on.',
    messageBecause: {
      wish: 'You left a message. You get an answer here.',
      absent: 'You were away, so your request was kept as a message. You get an answer here.',
      'nobody-here': 'Nobody is here, so your request was kept as a message. You get an answer here.',
      'line-full': 'Too many are waiting, so your request was kept as a message. You get an answer here.',
      'waited-too-long': 'It takes too long, so your request was kept as a message. You get an answer here.',
    },
    callBack: 'You need not wait any longer: somebody comes back to you, here.',
    abandoned: 'You left the line.',
    endedBecause: {
      requester: 'You ended the chat.',
      silent: 'The chat was ended, as nothing was heard of you. Reopen it whenever you like.',
    },
    endedBy: (name: string) => `${name} ended the chat.`,
    reopened: 'You reopened the request.',
    rated: (stars: number) => `You gave ${stars} of 5 stars.`,
    resolved: (resolution: string) => (resolution ? `Resolved: ${resolution}` : 'Resolved.'),
    closed: 'The request is closed.',
    sentTo: (team: string) => `${team} works on your request from here. You need not tell it again.`,
    worksOn: (name: string) => `${name} works on your request.`,
    promised: (name: string, until: string, about: string) => `${name} promised you news by ${until}${about && `: ${about}`}`,
    promiseWithdrawn: 'The time for the next news no longer holds.',
  },
  files: {
    attach: 'Attach files',
    upTo: (size: string) => `up to ${size} each`,
    attached: 'Attached files',
    drop: 'Drop files here to attach them',
    list: (count: number) => (count === 1 ? '1 file' : `${count} files`),
    pasted: (clock: string) => `Screenshot ${clock}.png`,
    fetching: 'Loading the picture',
    open: (name: string) => `Open the picture ${name}`,
    save: (name: string, size: string) => `Download ${name}, ${size}`,
    download: 'Download',
    close: 'Close the picture',
    sending: (name: string) => `${name} is being sent`,
    cancel: (name: string) => `Cancel ${name}`,
    remove: (name: string) => `Remove ${name}`,
    again: (name: string) => `Send ${name} once more`,
    understood: 'Understood',
    lost: 'Was not sent completely before the page was closed. Attach it again.',
    gone: (name: string) => `${name} could not be fetched. Try again in a moment.`,
    tooLarge: (name: string, most: string) => `${name} is too large: a file may have ${most} at most.`,
    most: 'At most 10 files go along with one message. Send these first.',
    without: 'Send without the files',
  },
  emoji: { title: 'Emoji', faces: 'Faces', people: 'Gestures and people', things: 'Things', signs: 'Signs' },
  /** Every way the desk can say no. */
  get refused(): Partial<Record<RefusalCode, string>> {
    return reasonsNow()
  },
}
