import { randomUUID } from 'node:crypto'
import { readLook } from '../../../server/postgres/settings.ts'
import { defaultLook, type WidgetLook } from '../../../shared/look.ts'
import type { Helping } from '../../../shared/people.ts'
import { anOffice, eve, type Office } from '../../support/office.ts'
import { refusedWith } from '../../support/refused.ts'

let office: Office
let olga: Helping
beforeEach(async () => {
  office = await anOffice()
  olga = (await office.theFirst()).who
})
afterEach(() => office.close())

const ours: WidgetLook = {
  texts: { en: { name: 'Service Point', greeting: 'how can we help?', hint: '' } },
  accent: '#7a1fa2',
  position: 'start',
  email: 'optional',
  fields: [{ id: randomUUID(), label: 'Building', required: true, choices: ['North', 'South'] }],
  languages: ['de'],
}

test('Olga dresses the widget, and it is written down who did', async () => {
  expect(await office.asks(olga, 'look:read', {})).toEqual({ look: defaultLook, version: 0 })

  const saved = await office.asks(olga, 'look:save', { version: 0, look: ours })

  expect(saved).toEqual({ look: ours, version: 1 })
  expect((await readLook(office.pool)).value).toEqual(ours)
  await refusedWith('changed-meanwhile', office.asks(olga, 'look:save', { version: 0, look: defaultLook }))
  const [record] = (await office.asks(olga, 'audit:list', { before: null })).records
  expect(record).toMatchObject({ what: 'look:save', before: null, after: { accent: '#7a1fa2' }, who: { id: olga.id } })
})

test('what would break a page is refused, and so is whoever may not', async () => {
  const save = (change: Partial<WidgetLook>) => office.asks(olga, 'look:save', { version: 0, look: { ...ours, ...change } })
  const [field] = ours.fields

  await refusedWith('malformed', save({ accent: 'red;}body{display:none' }))
  await refusedWith('malformed', save({ languages: [] }))
  await refusedWith('malformed', save({ languages: ['de', 'de'] }))
  await refusedWith('malformed', save({ fields: field ? [field, field] : [] }))
  await refusedWith('malformed', save({ texts: { en: { name: 'x'.repeat(61), greeting: '', hint: '' } } }))
  const ada = (await office.invited(olga, 'Ada')).who
  await refusedWith('not-allowed', office.asks(ada, 'look:save', { version: 0, look: ours }))
  await refusedWith('not-allowed', office.asks(eve, 'look:read', {}))
})
