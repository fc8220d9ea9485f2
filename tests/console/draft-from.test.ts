import { expect, test } from '@jest/globals'
import { articleFrom, guideFrom, type Solved } from '../../console/models/draft-from.ts'
import { usualGuard } from '../../shared/guard.ts'
import { flawsOf } from '../../shared/guide-flaws.ts'
import { masked } from '../../shared/secrets.ts'
import { evolveTicket, type Ticket } from '../../shared/ticket.ts'

const at = '2026-11-20T09:00:00.000Z'

function aTicket(subject: string): Ticket {
  const opened = {
    kind: 'opened',
    number: 7,
    team: 't',
    topic: null,
    channel: 'chat',
    requester: 'r',
    verified: true,
    entrance: 'line',
  } as const
  const stamp = { seq: 1, at, by: 'r', lane: 'public' } as const
  const ticket = evolveTicket(null, { ...opened, ...stamp, body: { name: 'Rita Meter', email: 'rita.meter@example.com', subject } })
  if (!ticket) throw new Error('What is opened has a ticket')
  return ticket
}

const solved = (): Solved => ({
  view: {
    ticket: {
      ...aTicket('VPN of Rita Meter is down'),
      resolution: 'Renewed the certificate for rita.meter@example.com (password: hunter2)',
      steps: [
        { at, by: 'a', what: 'Restart the client', outcome: 'did-not-help' },
        { at, by: 'r', what: 'Look at the lamp', outcome: 'choice', answer: 'It is red' },
        { at, by: 'a', what: 'Renew the certificate', outcome: 'done' },
      ],
    },
    requester: { id: 'r', name: 'Rita Meter', email: 'rita.meter@example.com', verified: true },
  },
  recap: { asked: 'Hello, Rita here: the VPN says timed out. Some metering, too.', helped: null },
  language: 'en',
  safe: (text) => masked(text, usualGuard),
})

test('a solved ticket becomes an article of what was asked, tried and found, without its requester and without secrets', () => {
  const { title, body, audience } = articleFrom(solved())
  expect({ title, audience }).toEqual({ title: 'VPN of … is down', audience: 'internal' })
  expect(body).toBe(
    [
      '## Problem\n\nHello, … here: the VPN says timed out. Some metering, too.',
      '## What was tried\n\n- Restart the client (did not help)\n- Look at the lamp (It is red)\n- Renew the certificate (done)',
      '## Solution\n\nRenewed the certificate for … (password: ••••••••)',
    ].join('\n\n'),
  )
  expect(
    articleFrom({ ...solved(), view: { ...solved().view, ticket: aTicket('Only a subject') }, recap: { asked: null, helped: null } }).body,
  ).toBe('## Problem\n\nOnly a subject')
})

test('as a guide it has a step for each that was taken, and could be published as it is', () => {
  const guide = guideFrom(solved())
  expect(guide.steps.map(({ title }) => title)).toEqual(['Restart the client', 'Look at the lamp', 'Renew the certificate'])
  expect(guide.steps.at(-1)?.text).toContain('Renewed the certificate for …')
  expect(flawsOf(guide)).toEqual([])
  expect(JSON.stringify(guide)).not.toMatch(/Rita|example\.com|hunter2/)
})
