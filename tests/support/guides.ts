import { randomUUID } from 'node:crypto'
import type { GuideContent, GuideStep } from '../../shared/guide.ts'
import type { Person } from './desk.ts'

/** A step whose answers go on below, unless the test says otherwise. */
export const aStep = (id: string, more: Partial<GuideStep> = {}): GuideStep => ({
  id,
  title: `Try ${id}`,
  text: '',
  command: '',
  minutes: null,
  ways: { done: 'solved', 'did-not-help': 'next', cannot: 'next' },
  choices: [],
  ...more,
})

/** Restart, look at the lamp, and then a person. */
export const aGuide = (more: Partial<GuideContent> = {}): GuideContent => ({
  name: 'VPN: cannot connect',
  language: 'en',
  words: ['vpn'],
  alone: true,
  steps: [
    aStep('restart'),
    aStep('lamp', {
      ways: { done: null, 'did-not-help': null, cannot: 'next' },
      choices: [
        { id: 'red', label: 'It is red', way: { step: 'log' } },
        { id: 'green', label: 'It is green', way: { step: 'restart' } },
      ],
    }),
    aStep('log', { ways: { done: 'escalate', 'did-not-help': 'person', cannot: 'person' } }),
  ],
  ...more,
})

/** Writes a guide and publishes it; returns its id. */
export async function publishes(author: Person, content: GuideContent = aGuide()): Promise<string> {
  const guide = randomUUID()
  const { version } = await author.ask('guides:save', { guide, version: 0, owner: author.id, reviewOn: null, content })
  await author.ask('guides:publish', { guide, version })
  return guide
}
