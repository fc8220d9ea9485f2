import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Found } from '../../../shared/consent.ts'
import { aDesk, type Person, type TestDesk } from '../../support/desk.ts'
import { refusedWith } from '../../support/refused.ts'

let desk: TestDesk
let ada: Person
let olga: Person

beforeAll(async () => {
  desk = await aDesk()
  ada = await desk.agent('Ada')
  olga = await desk.agent('Olga', { role: 'administrator', wish: 'away' })
}, 60_000)
afterAll(() => desk.close(), 60_000)

const remote = {
  probes: [{ name: 'Intranet', url: 'https://intranet.example.com/health' }],
  tools: [{ name: 'Quick Assist', link: 'ms-quick-assist:' }],
}
const found = (item: Found['item'], text = 'Firefox 150'): Found => ({ item, label: 'Browser', text })

async function helped(name: string) {
  const rita = await desk.requester(name)
  const chat = await rita.asks('It is slow')
  await ada.does(chat, { kind: 'take' })
  const asks = async (wanted: 'diagnostics' | { tool: string }) => {
    await ada.does(chat, { kind: 'ask-consent', wanted })
    const { state } = await ada.ask('conversation:open', { conversation: chat })
    return ('consent' in state && state.consent?.id) || ''
  }
  return { rita, chat, asks }
}

test('only what is listed is asked for, and the widget may reach those addresses and no others', async () => {
  await refusedWith('not-allowed', ada.ask('remote:save', { version: 0, remote }))
  for (const link of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'ms-quick-assist: x'])
    await refusedWith('malformed', olga.ask('remote:save', { version: 0, remote: { ...remote, tools: [{ name: 'Trick', link }] } }))
  for (const url of ['ftp://x', 'https://a; script-src *', 'https://user:pass@host/', "https://x' *"])
    await refusedWith('malformed', olga.ask('remote:save', { version: 0, remote: { ...remote, probes: [{ name: 'Trick', url }] } }))
  await olga.ask('remote:save', { version: 0, remote })
  expect((await ada.ask('remote:read', {})).remote).toEqual(remote)
  const { headers } = await fetch(`${desk.url}/widget/frame`)
  expect(headers.get('content-security-policy')).toMatch(/connect-src 'self'[^;]* https:\/\/intranet\.example\.com;/)
  const { records } = await olga.ask('audit:list', { before: null })
  expect(records[0]).toMatchObject({ what: 'remote:save', after: remote })
})

test('Rita agrees to some diagnostics, and they stand on the ticket; what was not asked for is not taken', async () => {
  const { rita, chat, asks } = await helped('Rita')
  const consent = await asks('diagnostics')
  const give = (report: Found[]) => rita.does(chat, { kind: 'give-consent', consent, report })
  await refusedWith('malformed', give([found('probe-1')]))
  await refusedWith('malformed', give([found('browser'), found('browser')]))
  await refusedWith('too-large', give([found('system', 'x'.repeat(601))]))
  await refusedWith('not-allowed', ada.does(chat, { kind: 'give-consent', consent, report: [] }))
  await give([found('browser'), found('probe-0', 'reached in 12 ms')])
  await refusedWith('impossible-now', give([found('browser')]))
  const { entries } = await ada.ask('conversation:open', { conversation: chat })
  expect(entries.find(({ kind }) => kind === 'consent-given')).toMatchObject({
    by: rita.id,
    body: { report: [found('browser'), found('probe-0', 'reached in 12 ms')] },
  })

  const again = await asks('diagnostics')
  await rita.does(chat, { kind: 'refuse-consent', consent: again })
  const taken = await asks('diagnostics')
  await ada.does(chat, { kind: 'end-consent', consent: taken })
  await refusedWith('impossible-now', rita.does(chat, { kind: 'give-consent', consent: taken, report: [] }))
  await refusedWith('not-allowed', rita.does(chat, { kind: 'ask-consent', wanted: 'diagnostics' }))
})

test('a remote tool is opened by consent alone, in an open chat, and what came of it is a step', async () => {
  const { rita, chat, asks } = await helped('Sam')
  await refusedWith('not-found', ada.does(chat, { kind: 'ask-consent', wanted: { tool: 'Another' } }))
  const refused = await asks({ tool: 'Quick Assist' })
  await rita.does(chat, { kind: 'refuse-consent', consent: refused })
  const agreed = await asks({ tool: 'Quick Assist' })
  await refusedWith('malformed', rita.does(chat, { kind: 'give-consent', consent: agreed, report: [found('browser')] }))
  await rita.does(chat, { kind: 'give-consent', consent: agreed, report: [] })
  await refusedWith('impossible-now', ada.does(chat, { kind: 'ask-consent', wanted: 'diagnostics' }))
  await ada.does(chat, { kind: 'end-consent', consent: agreed, outcome: 'done', result: 'Cleared the cache' })
  const { ticket } = await ada.ask('ticket:read', { conversation: chat })
  expect(ticket.steps?.map(({ what, outcome }) => `${what}: ${outcome}`)).toEqual([
    'Quick Assist: cannot',
    'Quick Assist: Cleared the cache: done',
  ])
  await ada.does(chat, { kind: 'end' })
  await refusedWith('not-active', ada.does(chat, { kind: 'ask-consent', wanted: 'diagnostics' }))
})

test('Rita closes the tool herself, and the end of the chat closes it as well: it never goes on unseen, and is a step', async () => {
  const { rita, chat, asks } = await helped('Uma')
  const steps = async () =>
    (await ada.ask('ticket:read', { conversation: chat })).ticket.steps?.map(({ what, outcome }) => `${what}: ${outcome}`)
  const agrees = async () => {
    const consent = await asks({ tool: 'Quick Assist' })
    await rita.does(chat, { kind: 'give-consent', consent, report: [] })
    return consent
  }
  const stopped = await agrees()
  await refusedWith('not-allowed', ada.does(chat, { kind: 'refuse-consent', consent: stopped }))
  await rita.does(chat, { kind: 'refuse-consent', consent: stopped })
  await refusedWith('impossible-now', rita.does(chat, { kind: 'refuse-consent', consent: stopped }))
  expect(await steps()).toEqual(['Quick Assist: cannot'])

  await agrees()
  await rita.does(chat, { kind: 'end' })
  expect(await steps()).toEqual(['Quick Assist: cannot', 'Quick Assist: done'])
  const { entries } = await rita.ask('conversation:open', { conversation: chat })
  expect(entries.map(({ kind }) => kind).slice(-2)).toEqual(['consent-ended', 'ended'])
})
