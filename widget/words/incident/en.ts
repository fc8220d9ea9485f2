/** The English texts of what many people have at the same time. Another language is another file of this shape. */
export const english = {
  title: 'Known incidents',
  since: (moment: string) => `Known since ${moment}`,
  next: (moment: string) => `next news by ${moment}`,
  late: 'more as soon as we know it',
  meToo: 'Me too',
  why: 'You get a number and all news, and need not wait.',
  leaveLine: 'Me too: stop waiting',
  whyLeave: 'You keep your number and get all news here.',
  mine: (label: string) => `You are on it: ${label}`,
  noted: (label: string) => `Noted, your number is ${label}`,
  stays: 'You can close this. All news comes here, and this request is resolved with the incident.',
  person: 'I need a person',
}
