import type { GuardCount, GuardRules, SecretKind } from '../../shared/guard.ts'
import type { GuideContent, GuideStep } from '../../shared/guide.ts'
import type { Act } from '../../shared/protocol/conversation.ts'
import { masking } from '../../shared/secrets.ts'
import type { Guides } from './administration.ts'
import type { Desk } from './desk.ts'
import type { Drafts } from './drafts.ts'

/** Hears how often something was found; never what. */
export type CountFound = (how: GuardCount['how'], kinds: readonly SecretKind[]) => void

interface GuardPorts {
  rules(): GuardRules
  count: CountFound
}

/** The same desk, which hears nothing secret: a mask lies over it before anything is decided, written, announced or told. */
export function guardedDesk(desk: Desk, { rules, count }: GuardPorts): Desk {
  return {
    ...desk,
    async act(who, conversation, id, said) {
      const now = rules()
      const { safe, kinds } = maskedIn(plain(said), now)
      const insists = 'asIs' in said && said.asIs === true && now.insist
      const left = await desk.act(who, conversation, id, insists ? plain(said) : safe)
      if (kinds.length > 0) count(insists ? 'insisted' : 'masked', kinds)
      return left
    },
  }
}

/** What its writer says of it has been heard, and is no part of what he did. */
function plain(said: Act): Act {
  if (!('asIs' in said)) return said
  const { asIs: _, ...act } = said
  return act
}

/** What is written once for everybody of an incident, with masks as in a message. */
export function guardedNews({ rules, count }: GuardPorts) {
  return (text: string, asIs: boolean): string => {
    const now = rules()
    const { safe, found } = masking(text, now)
    const insists = asIs && now.insist
    const kinds = found.map(({ kind }) => kind)
    if (kinds.length > 0) count(insists ? 'insisted' : 'masked', kinds)
    return insists ? text : safe
  }
}

/** The same guides, written down with masks: what stands in one comes into every chat in which it is laid. */
export const guardedGuides = (guides: Guides, { rules, count }: GuardPorts): Guides => ({
  ...guides,
  async save(by, wanted) {
    const { safe, kinds } = maskedGuide(wanted.content, rules())
    const saved = await guides.save(by, { ...wanted, content: safe })
    if (kinds.length > 0) count('masked', kinds)
    return saved
  },
})

/** Its words, and not what its steps and answers are known by. */
function maskedGuide(content: GuideContent, rules: GuardRules): { safe: GuideContent; kinds: SecretKind[] } {
  const { name, words, steps } = content
  const { safe, kinds } = maskedIn({ name, words, steps: steps.map(wordsOf) }, rules)
  const written = steps.map((step, at) => {
    const [title = '', text = '', command = '', shown = '', ...labels] = safe.steps[at] ?? []
    const choices = step.choices.map((choice, place) => ({ ...choice, label: labels[place] ?? '' }))
    return { ...step, title, text, command, choices, ...(step.picture && { picture: { ...step.picture, text: shown } }) }
  })
  return { safe: { ...content, name: safe.name, words: safe.words, steps: written }, kinds }
}

const wordsOf = ({ title, text, command, picture, choices }: GuideStep) => [
  title,
  text,
  command,
  picture?.text ?? '',
  ...choices.map(({ label }) => label),
]

/** The same drafts, kept with masks. The writer's own device goes on with what stands there; his others get the masks. */
export const guardedDrafts = (drafts: Drafts, rules: () => GuardRules): Drafts => ({
  ...drafts,
  async keep(who, wanted) {
    const { safe } = maskedIn(wanted, rules())
    const kept = await drafts.keep(who, safe)
    return kept.text === safe.text ? { ...kept, text: wanted.text } : kept
  },
})

/** What stands in an act besides words. */
const noWords = /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z?)$/i

/** Every text in it with masks, however deep it lies, and what was found. */
export function maskedIn<T>(said: T, rules: GuardRules): { safe: T; kinds: SecretKind[] } {
  const kinds: SecretKind[] = []
  const lay = (text: string) => {
    if (noWords.test(text)) return text
    const { safe, found } = masking(text, rules)
    kinds.push(...found.map(({ kind }) => kind))
    return safe
  }
  return { safe: eachText(said, lay), kinds }
}

function eachText<T>(said: T, how: (text: string) => string): T
function eachText(said: unknown, how: (text: string) => string): unknown {
  if (typeof said === 'string') return how(said)
  if (Array.isArray(said)) return said.map((one) => eachText(one, how))
  if (typeof said !== 'object' || said === null) return said
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, eachText(value, how)]))
}
