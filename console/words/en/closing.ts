/** What must stand in a ticket before it is resolved. */
export const closing = {
  hint: 'What must stand in a ticket before it can be resolved, wherever that is done: in the wrap-up, in the list, for many at once. “No answer”, “Duplicate” and “Spam” need none of it, and a chat that nobody wraps up is logged all the same.',
  category: 'A category',
  minutes: 'The time spent',
  resolution: 'Shortest resolution (characters)',
  resolutionHint: '0: none is needed. 1: any words will do.',
}
