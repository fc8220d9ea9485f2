/** Who may read an article: agents alone, or whoever needs help too. */
export const audiences = ['internal', 'public'] as const
export type Audience = (typeof audiences)[number]

/** Where an article stands: being written, waiting for somebody who publishes it, read by people, or taken out of use. */
export const articleStates = ['draft', 'review', 'published', 'withdrawn'] as const
export type ArticleState = (typeof articleStates)[number]

/** A page of the knowledge base, as it is written down. */
export interface ArticleContent {
  title: string
  /** In which it is written, such as `en`. */
  language: string
  audience: Audience
  /** What people write who need it, beside the words that stand in it. */
  words: string[]
  /** In Markdown. */
  body: string
}

/** More than this, written as JSON, no message of the wire would carry. */
export const mostArticleBytes = 40_000

/** Where it stands: whoever asked for a review waits for it, whatever was published before. */
export function articleStateOf({
  inReview,
  edition,
  editions,
}: {
  inReview: boolean
  edition: number | null
  editions: number
}): ArticleState {
  if (inReview) return 'review'
  if (edition !== null) return 'published'
  return editions > 0 ? 'withdrawn' : 'draft'
}

/** Whether its time is over: nobody finds it from then on. */
export const isExpired = ({ expiresAt }: { expiresAt: string | null }, at: Date): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= at.getTime()

/** Whether somebody should look again whether it is right, by the day that it is at his place, as `2027-03-01`. */
export const isReviewDue = ({ reviewOn }: { reviewOn: string | null }, today: string): boolean => reviewOn !== null && reviewOn <= today
