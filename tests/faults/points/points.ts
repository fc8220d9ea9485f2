/** Whether a process dies before this word, having said and heard those. */
export type Point = (word: string, heard: string[]) => boolean

/** Before the word of this number, counted from none. */
export const at =
  (nth: number): Point =>
  (_, heard) =>
    heard.length === nth

/** Before the first such word that comes after those, each of which comes after the one before it. */
export const after =
  (...words: string[]) =>
  (last: string): Point =>
  (word, heard) =>
    word.startsWith(last) && startsIn(heard, words)

function startsIn(heard: string[], words: string[]): boolean {
  let from = 0
  for (const word of words) {
    const found = heard.findIndex((one, nth) => nth >= from && one.startsWith(word))
    if (found < 0) return false
    from = found + 1
  }
  return true
}

const logging = 'PostgreSQL is asked: update tickets set logged_at'

/** Where a death would hurt most, in the order of the way. */
export const sorePoints = {
  'a conversation is on its way into the database': after()('PostgreSQL answers: insert into conversations'),
  'the line was claimed, and nobody proposed yet': after(
    'Redis is asked: put.lua',
    'Redis is asked: claim.lua',
  )('Redis is asked: propose.lua'),
  'Redis has the proposal, and PostgreSQL no offer': after('Redis is asked: propose.lua', 'Redis answers')('PostgreSQL is asked'),
  'the offer is kept, and nobody heard of it': after(
    'Redis is asked: propose.lua',
    'PostgreSQL answers: with added',
  )('The desk is answered'),
  'the record is decided, and its commit has not left': after(logging)('PostgreSQL is asked: commit'),
  'the commit of the record has left, and its answer has not come': after(logging)('PostgreSQL answers: commit'),
  'the record is logged, and nobody heard of it': after(logging, 'PostgreSQL answers: commit')('Redis is asked: spublish'),
} satisfies Record<string, Point>
