import { z } from 'zod'
import { pictures } from '../files.ts'
import { ends, type GuideContent, mostGuideBytes, mostPictureBytes, mostSteps } from '../guide.ts'
import { bytesOf } from '../guide-flaws.ts'
import { count, id, text, words } from './words.ts'

/** Short, and readable in a file. */
const name = z.string().regex(/^[a-z0-9-]{1,40}$/)
const way = z.union([z.literal(['next', ...ends]), z.strictObject({ step: name })])
const unlike = (list: readonly { id: string }[]) => new Set(list.map((one) => one.id)).size === list.length

const pixels = z.int().min(1).max(100_000)

/** What was answered when the picture was sent, and what it shows. */
const picture = z.strictObject({
  id,
  name: words(255),
  type: z.literal(Object.values(pictures)),
  size: z.int().min(1).max(mostPictureBytes),
  width: pixels,
  height: pixels,
  text: text(300),
})

/** One step, as it is being written: what is missing yet is told by the check, and keeps it from being published. */
export const guideStep = z.strictObject({
  id: name,
  title: text(160),
  text: text(2000),
  picture: picture.exactOptional(),
  command: text(500),
  minutes: z.int().min(1).max(480).nullable(),
  ways: z.strictObject({ done: way.nullable(), 'did-not-help': way.nullable(), cannot: way.nullable() }),
  choices: z
    .array(z.strictObject({ id: name, label: text(80), way }))
    .max(6)
    .refine(unlike, 'Each choice once'),
})

/** A guide: the one place that says what one is. The same is in a file of it. */
export const guideContent = z
  .strictObject({
    name: words(80),
    language: z.string().regex(/^[a-z]{2,3}$/),
    words: z.array(words(40)).max(30),
    alone: z.boolean(),
    steps: z.array(guideStep).max(mostSteps).refine(unlike, 'Each step once'),
  })
  .refine((guide) => bytesOf(guide) <= mostGuideBytes, 'Too long') satisfies z.ZodType<GuideContent>

/** What is asked about guides. Reading is every agent's; writing is for supervisors and administrators. */
export const guideQuestions = {
  /** All of them, with how they stand. */
  'guides:list': z.strictObject({}),
  /** One, as it is being written and as it was published. */
  'guides:read': z.strictObject({ guide: id }),
  /** Keeps what is being written; `version` 0 makes a new one. Nobody is guided by it before it is published. */
  'guides:save': z.strictObject({
    guide: id,
    version: count,
    owner: id.nullable(),
    reviewOn: z.iso.date().nullable(),
    content: guideContent,
  }),
  /** From now on people are guided by what was written so far; whoever is being guided goes on as he began. Refused with `guide-has-flaws` where the check finds any. */
  'guides:publish': z.strictObject({ guide: id, version: count }),
  /** From now on nobody begins it. */
  'guides:withdraw': z.strictObject({ guide: id, version: count }),
  /** An edition as it was published, by its number. */
  'guides:edition': z.strictObject({ guide: id, edition: z.int().min(1) }),
  /** What became of those who were led through it in the last 90 days; for those who may write it. */
  'guides:figures': z.strictObject({ guide: id }),
  /** The same in short for all guides that anybody was led through in the last 90 days; for those who may write them. */
  'guides:overview': z.strictObject({}),
  /** With all its editions. What people were guided by stays in their timelines. */
  'guides:remove': z.strictObject({ guide: id, version: count }),
  /** Brings it back within an hour of its removal. Later: `undo-over`. */
  'guides:restore': z.strictObject({ guide: id }),
}

/** A guide as lists show it. */
export interface GuideRow {
  id: string
  /** Of what was published; of what is being written where nothing was. */
  name: string
  language: string
  words: readonly string[]
  alone: boolean
  steps: number
  owner: string | null
  /** When somebody should look whether it is still right, as `2027-03-01`. */
  reviewOn: string | null
  /** The number of what people are guided by; null where that is nothing. */
  edition: number | null
  /** What is being written differs from that. */
  isChanged: boolean
  changedAt: string
  version: number
}

/** A guide, whole. */
export interface Guide extends GuideRow {
  draft: GuideContent
  published: GuideContent | null
  /** The newest first. */
  editions: { edition: number; at: string; by: string | null }[]
}

/** What became of those who were led through a guide: each figure as the numbers of the tickets behind it, the newest first. */
export interface GuideFigures {
  days: number
  begun: number[]
  /** Begun by the requester himself. */
  alone: number[]
  solved: number[]
  escalated: number[]
  person: number[]
  /** Given up in the middle. */
  givenUp: number[]
  /** The median of those that came to an end; null where none did. */
  minutes: number | null
  steps: { id: string; title: string; taken: number[]; solved: number[]; givenUp: number[] }[]
}

/** What became of a guide, in numbers; the tickets behind them are in its figures. */
export interface GuideInShort {
  guide: string
  begun: number
  solved: number
  givenUp: number
  /** The median of those that came to an end; null where none did. */
  minutes: number | null
}

export interface GuideAnswers {
  'guides:list': { guides: GuideRow[] }
  'guides:read': Guide
  'guides:save': Guide
  'guides:publish': Guide
  'guides:withdraw': Guide
  'guides:edition': { content: GuideContent }
  'guides:figures': GuideFigures
  'guides:overview': { days: number; guides: GuideInShort[] }
  'guides:remove': null
  'guides:restore': Guide
}
