/** Every way the desk can say no. Codes cross the wire; each side words them in its reader's language. */
export const refusals = {
  'not-found': 'This does not exist, or it is not yours to see.',
  'not-allowed': 'Your role does not allow this.',
  'not-owner': 'Only the agent who owns this conversation, or has joined it, can do this.',
  'signed-out': 'You are signed out. Sign in again to go on.',
  malformed: 'The request could not be understood.',
  'too-large': 'This is too long.',
  'too-fast': 'That was too much at once. Wait a moment and try again.',
  'already-exists': 'This exists already.',
  'act-differs': 'Something else was already done under this id.',
  'already-ended': 'This conversation has ended.',
  'not-ended': 'This conversation has not ended yet.',
  'not-waiting': 'This conversation is no longer waiting.',
  'not-active': 'Nobody is handling this conversation now.',
  'already-held': 'This conversation is already on hold.',
  'not-held': 'This conversation is not on hold.',
  'taken-by-other': 'Another agent has taken this conversation.',
  'offer-over': 'This offer is over: the conversation went on without you.',
  'at-capacity': 'This agent has no free place.',
  'agent-unavailable': 'This agent is not available now.',
  'no-such-team': 'There is no such team.',
  'no-such-topic': 'There is no such topic.',
  'no-such-agent': 'There is no such agent.',
  'same-place': 'The conversation is already there.',
  'too-old-to-reopen': 'This conversation ended too long ago to be reopened. Start a new one.',
  'not-resolved': 'This ticket is not resolved yet.',
  'already-joined': 'You are already in this conversation.',
  'desk-closed': 'Nobody can take a chat now. Leave a message instead.',
  'last-administrator': 'This is the last administrator. Make another one first.',
  'wrong-password': 'Name or password is not right.',
  'link-over': 'This link has been used or is too old. Ask for a new one.',
  'weak-password': 'Choose a longer password: at least 12 characters.',
  'name-taken': 'This name is already in use.',
  'in-use': 'Conversations belong to this team, so it stays. Rename it, or take its topics away.',
  'host-not-listed': 'The address of the webhook is not on a host in the list of allowed hosts.',
  'identity-refused': 'The page you came from could not vouch for you. Introduce yourself instead.',
  'bad-key': 'This is not a public key for the algorithm of this site.',
  'issuer-taken': 'Another site has this issuer and audience already.',
  'email-taken': 'Someone else here has this e-mail address already.',
  'agent-disabled': 'This account is disabled. Enable it first.',
  'last-team': 'This is the last team. Make another one first.',
  'foreign-origin': 'This page was opened at another address than that of the help desk.',
  'changed-meanwhile': 'Someone else changed this meanwhile. Look at it again.',
  'already-open': 'There is already an open conversation. It goes on there.',
  'too-many-open': 'You have several open requests already. Add to one of them.',
  'file-too-large': 'This file is too large.',
  'file-empty': 'This file is empty.',
  'file-type': 'Files of this kind cannot be sent. Pictures, documents, text and archives can; put anything else into a ZIP archive.',
  'picture-too-large': 'This picture has more than 50 megapixels. Make it smaller and attach it again.',
  'too-many-files': 'You have sent a lot of files within the last hour. Wait a little and try again.',
  'no-such-file': 'A file of this message is no longer here. Attach it again.',
  'no-room': 'There is no room for files right now. Write what is in it, and send it later.',
  'impossible-now': 'This cannot be done as things stand now.',
  failed: 'Something went wrong here. It was written down for those who run this desk.',
  unavailable: 'The help desk cannot answer just now. Nothing is lost; it is tried again.',
} as const

export type RefusalCode = keyof typeof refusals

/** Thrown inside the desk to say no; the two edges turn it into an answer or a status. */
export class Refused extends Error {
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(refusals[code])
    this.code = code
  }
}

/** Says no. */
export function refuse(code: RefusalCode): never {
  throw new Refused(code)
}

/** How every question is answered. */
export type Reply<T> = { ok: true; value: T } | { ok: false; refusal: RefusalCode }
