/** Where a key works: `anywhere`; `outside` the fields in which one writes; in the `composer`; on an `offer`; in the `wrapUp`; on a row of the `board`. */
export type Where = 'anywhere' | 'outside' | 'composer' | 'offer' | 'wrapUp' | 'board'

export interface Shortcut {
  does: Deed
  /** Any of these; written as people read them. `1…9` stands for each of these keys. */
  keys: readonly string[]
  where: Where
}

/** What keys do. The words of each stand in the catalogues. */
export const deeds = [
  'palette',
  'sheet',
  'take',
  'toOffer',
  'accept',
  'decline',
  'nth',
  'next',
  'previous',
  'availability',
  'call',
  'takeShift',
  'declineShift',
  'draft',
  'news',
  'follow',
  'advice',
  'undo',
  'toReply',
  'toNote',
  'transfer',
  'hold',
  'beside',
  'closeSide',
  'about',
  'resolve',
  'send',
  'newLine',
  'replies',
  'articles',
  'sendArticle',
  'undoSend',
  'finish',
  'finishNext',
  'noAnswer',
  'duplicate',
  'boardNext',
  'boardPrevious',
  'boardOpen',
  'boardWhy',
  'boardWhisper',
  'boardJoin',
  'boardTakeOver',
  'boardRaise',
  'leave',
] as const
export type Deed = (typeof deeds)[number]

/** All keys of the console: the handlers, the sheet on `?` and docs/console.md follow this one table. */
export const shortcuts: readonly Shortcut[] = [
  { does: 'palette', keys: ['Ctrl+K'], where: 'anywhere' },
  { does: 'sheet', keys: ['?', 'F1'], where: 'outside' },
  { does: 'availability', keys: ['Alt+A'], where: 'anywhere' },
  { does: 'call', keys: ['Alt+C'], where: 'anywhere' },
  { does: 'takeShift', keys: ['Alt+G'], where: 'anywhere' },
  { does: 'declineShift', keys: ['Alt+X'], where: 'anywhere' },
  { does: 'news', keys: ['Alt+M'], where: 'anywhere' },
  { does: 'follow', keys: ['Alt+F', 'F'], where: 'outside' },
  { does: 'advice', keys: ['Alt+V'], where: 'anywhere' },
  { does: 'draft', keys: ['Alt+D'], where: 'anywhere' },
  { does: 'undo', keys: ['Alt+Z'], where: 'anywhere' },
  { does: 'take', keys: ['Alt+N'], where: 'anywhere' },
  { does: 'toOffer', keys: ['Alt+O'], where: 'anywhere' },
  { does: 'accept', keys: ['Enter'], where: 'offer' },
  { does: 'decline', keys: ['Backspace'], where: 'offer' },
  { does: 'nth', keys: ['Alt+1…9'], where: 'anywhere' },
  { does: 'next', keys: ['Alt+J', 'J'], where: 'outside' },
  { does: 'previous', keys: ['Alt+K', 'K'], where: 'outside' },
  { does: 'beside', keys: ['Alt+B'], where: 'anywhere' },
  { does: 'closeSide', keys: ['Alt+W'], where: 'anywhere' },
  { does: 'toReply', keys: ['Alt+L', 'R'], where: 'outside' },
  { does: 'toNote', keys: ['Alt+P', 'N'], where: 'outside' },
  { does: 'transfer', keys: ['Alt+T'], where: 'anywhere' },
  { does: 'hold', keys: ['Alt+H'], where: 'anywhere' },
  { does: 'about', keys: ['Alt+I'], where: 'anywhere' },
  { does: 'resolve', keys: ['Ctrl+Enter'], where: 'anywhere' },
  { does: 'send', keys: ['Enter'], where: 'composer' },
  { does: 'newLine', keys: ['Shift+Enter'], where: 'composer' },
  { does: 'replies', keys: ['/'], where: 'composer' },
  { does: 'articles', keys: ['??'], where: 'composer' },
  { does: 'sendArticle', keys: ['Alt+Enter'], where: 'composer' },
  { does: 'undoSend', keys: ['Ctrl+Z'], where: 'composer' },
  { does: 'finish', keys: ['Ctrl+Enter'], where: 'wrapUp' },
  { does: 'finishNext', keys: ['Ctrl+Shift+Enter'], where: 'wrapUp' },
  { does: 'noAnswer', keys: ['Alt+Q'], where: 'wrapUp' },
  { does: 'duplicate', keys: ['Alt+U'], where: 'wrapUp' },
  { does: 'boardNext', keys: ['J'], where: 'board' },
  { does: 'boardPrevious', keys: ['K'], where: 'board' },
  { does: 'boardOpen', keys: ['Enter'], where: 'board' },
  { does: 'boardWhy', keys: ['Y'], where: 'board' },
  { does: 'boardWhisper', keys: ['W'], where: 'board' },
  { does: 'boardJoin', keys: ['I'], where: 'board' },
  { does: 'boardTakeOver', keys: ['T'], where: 'board' },
  { does: 'boardRaise', keys: ['U'], where: 'board' },
  { does: 'leave', keys: ['Escape'], where: 'anywhere' },
]

/** What was pressed, and where. */
export interface Stroke {
  key: string
  code: string
  altKey: boolean
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
}

/** Whether this stroke is one of these keys. What a key writes with Alt differs from keyboard to keyboard; its place does not. */
export const isOneOf = (keys: readonly string[], stroke: Stroke) => keys.some((key) => isKey(key, stroke))

/** Whether a key stands alone, so that it would write a letter in a field. Such keys can be turned off. */
export const isSingle = (key: string) => !key.includes('+') && key.length === 1

/** The keys of a deed that count here: single ones only outside of fields, and only if they are wanted. */
export function countingKeys({ keys }: Shortcut, { inField, single }: { inField: boolean; single: boolean }) {
  return keys.filter((key) => !isSingle(key) || (single && !inField))
}

function isKey(written: string, stroke: Stroke): boolean {
  const parts = written.split('+')
  const key = parts.at(-1) ?? ''
  const [alt, ctrl, shift] = ['Alt', 'Ctrl', 'Shift'].map((one) => parts.includes(one))
  if (stroke.altKey !== alt || (stroke.ctrlKey || stroke.metaKey) !== ctrl) return false
  if (key.length > 1 && stroke.shiftKey !== shift && key !== '1…9') return false
  if (key === '1…9') return /^Digit[1-9]$/.test(stroke.code)
  if (/^[A-Z]$/.test(key)) return alt || ctrl ? stroke.code === `Key${key}` : stroke.key.toUpperCase() === key && !stroke.shiftKey
  return stroke.key === key
}
