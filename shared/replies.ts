/** What a canned reply may leave open until it is used. */
export const replyVariables = ['requester.name', 'requester.first', 'agent.name', 'ticket.number', 'desk.name'] as const
export type ReplyVariable = (typeof replyVariables)[number]

/** Every word in double braces; spaces around it do not count. */
const inBraces = /\{\{\s*([^{}]*?)\s*\}\}/g

/** The words in double braces that stand for nothing. */
export function unknownVariables(text: string): string[] {
  return [...text.matchAll(inBraces)].map(([, name = '']) => name).filter((name) => !isVariable(name))
}

/** The reply with everything in its place. What stands for nothing stays as it was written. */
export function filledReply(text: string, values: Readonly<Record<ReplyVariable, string>>): string {
  return text.replaceAll(inBraces, (written, name: string) => (isVariable(name) ? values[name] : written))
}

/** What people are called by those who are on first-name terms: all before the first space. */
export const firstNameOf = (name: string) => name.trim().split(/\s+/)[0] ?? ''

const isVariable = (name: string): name is ReplyVariable => (replyVariables as readonly string[]).includes(name)
