import { expect, test } from '@jest/globals'
import { fittingNames, mentionAsked, namedIn, readersOf } from '../../../console/models/mentions.ts'
import type { Conversation } from '../../../shared/conversation.ts'
import type { Colleague } from '../../../shared/protocol/line.ts'

const aColleague = (id: string, name: string, more: Partial<Colleague> = {}): Colleague => ({
  id,
  name,
  role: 'agent',
  teams: ['desk'],
  wish: 'available',
  here: true,
  load: 0,
  capacity: 5,
  ...more,
})
const ada = aColleague('ada', 'Ada')
const lovelace = aColleague('lovelace', 'Ada Lovelace')
const zoe = aColleague('zoe', 'Zoë Ångström', { here: false })
const one = aColleague('one', 'Kim Lee')
const other = aColleague('other', 'Kim Lee')
const all = [zoe, ada, lovelace, one, other]

test('a name is asked for behind an @ at the cursor, and not in an address', () => {
  expect(['@', 'Ask @zo', '(@Ada Lo', 'Ask @zoe ang'].map(mentionAsked)).toEqual(['', 'zo', 'Ada Lo', 'zoe ang'])
  expect(['rita@example', 'Ask', '@ ', 'Ask @zo\nnow'].map(mentionAsked)).toEqual([null, null, null, null])
})

test('names fit without accents, by any word of them, those who are here first', () => {
  expect(fittingNames(all, 'ang')).toEqual([zoe])
  expect(fittingNames(all, 'zoe a')).toEqual([zoe])
  expect(fittingNames(all, 'ZOË')).toEqual([zoe])
  expect(fittingNames(all, 'a').map(({ id }) => id)).toEqual(['ada', 'lovelace', 'zoe'])
  expect(fittingNames(all, 'nobody')).toEqual([])
})

test('the longest name counts, part of a word does not, and of two of one name the one that was chosen', () => {
  const picked = new Map([['Kim Lee', 'other']])
  expect(namedIn('Look, @Ada Lovelace.', all, new Map())).toEqual({ mentions: [{ agent: 'lovelace', as: 'Ada Lovelace' }] })
  expect(namedIn('@Ada, @Zoë Ångström: yes', all, new Map())).toEqual({
    mentions: [
      { agent: 'zoe', as: 'Zoë Ångström' },
      { agent: 'ada', as: 'Ada' },
    ],
  })
  expect(namedIn('@Adapter and rita@Ada', [ada], new Map())).toEqual({})
  expect(namedIn('@Kim Lee', all, picked)).toEqual({ mentions: [{ agent: 'other', as: 'Kim Lee' }] })
  expect(namedIn('@Kim Lee', all, new Map()).mentions).toHaveLength(2)
  expect(namedIn('Nobody is named here', all, new Map())).toEqual({})
})

test('only those are offered who may read it: of its teams, above them, or part of it', () => {
  const eve = aColleague('eve', 'Eve', { teams: ['network'] })
  const lead = aColleague('lead', 'Lea', { teams: [], role: 'supervisor' })
  const talk = { team: 'desk', ticket: { communicationOwner: 'ada', workOwner: null }, agent: 'ada', joined: [] } as unknown as Conversation
  const of = (state: Conversation) => readersOf([eve, lead, zoe, ada], state, 'ada').map(({ id }) => id)
  expect(of(talk)).toEqual(['lead', 'zoe'])
  expect(of({ ...talk, offer: { id: 'o', agent: 'eve', until: '' } })).toEqual(['eve', 'lead', 'zoe'])
  expect(of({ ...talk, advice: [{ id: 'x', by: 'ada', of: 'eve', at: '', answered: false }] })).toEqual(['eve', 'lead', 'zoe'])
})
