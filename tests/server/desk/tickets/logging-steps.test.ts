import { expect, test } from '@jest/globals'
import { ada, byRules, rita, serviceDesk } from '../../../support/by-rules.ts'
import { codeOf } from '../../../support/refused.ts'

test('a message is marked as tried, once, and unmarked', () => {
  const talk = byRules({ [serviceDesk]: {} })
  talk.asks('The VPN is down')
  talk.does(ada, { kind: 'take' })
  const steps = () => (talk.state().ticket.steps ?? []).map(({ what, outcome, by }) => [what, outcome, by === ada.id ? 'Ada' : 'Rita'])
  talk.does(ada, { kind: 'log-step', what: 'Restarted', outcome: 'did-not-help', about: 2 })
  talk.does(ada, { kind: 'log-step', what: 'Restarted twice', outcome: 'done', about: 2 })
  talk.does(ada, { kind: 'log-step', what: 'Reset the account', outcome: 'done' })
  expect(steps()).toEqual([
    ['Restarted twice', 'done', 'Ada'],
    ['Reset the account', 'done', 'Ada'],
  ])
  talk.does(ada, { kind: 'unlog-step', about: 2 })
  expect(talk.does(ada, { kind: 'unlog-step', about: 2 })).toEqual([])
  expect(steps()).toHaveLength(1)
  expect(codeOf(() => talk.does(ada, { kind: 'log-step', what: 'x', outcome: 'done', about: 99 }))).toBe('malformed')
  expect(codeOf(() => talk.does(rita, { kind: 'log-step', what: 'x', outcome: 'done' }))).toBe('not-allowed')
})
