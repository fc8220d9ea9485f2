import { expect, test } from '@jest/globals'
import { proseOf, slugOf } from '../../../../server/desk/knowledge/articles.ts'
import { gramsOf, meantBy } from '../../../../server/desk/knowledge/mistyping.ts'
import { articleStateOf, isExpired, isReviewDue } from '../../../../shared/article.ts'

test('what was mistyped is taken for the words that are nearest to it', () => {
  const known = ['printer', 'printers', 'pointer', 'sprint', 'password', 'vpn', 'verbindung']
  expect(meantBy('pritner', known)).toEqual(['printer', 'printers'])
  expect(meantBy('prnter', known)).toEqual(['printer', 'printers'])
  expect(meantBy('verbidnungn', known)).toEqual(['verbindung'])
  expect(meantBy('pasword', known)).toEqual(['password'])
  expect(meantBy('verbidnung', known)).toEqual(['verbindung'])
  // Not finished yet.
  expect(meantBy('vebind', known)).toEqual(['verbindung'])
  expect(meantBy('vrebi', known)).toEqual(['verbindung'])
  // Too short to be anything else, or too far.
  expect(meantBy('vpm', known)).toEqual([])
  expect(meantBy('keyboard', known)).toEqual([])
})

test('words that are nearly the same share most of their groups of letters', () => {
  expect(gramsOf('vpn')).toEqual(['  v', ' vp', 'vpn', 'pn '])
  const shared = gramsOf('pritner').filter((gram) => gramsOf('printer').includes(gram))
  expect(shared).toEqual(['  p', ' pr', 'pri', 'er '])
})

test('a title becomes an address that can be read aloud', () => {
  expect(slugOf('Connect a printer (3rd floor)')).toBe('connect-a-printer-3rd-floor')
  expect(slugOf('Überprüfen: Größe & Straße')).toBe('ueberpruefen-groesse-strasse')
  expect(slugOf('Café à Paris')).toBe('cafe-a-paris')
  expect(slugOf('プリンター')).toBe('article')
})

test('of Markdown only what one reads is searched and shown', () => {
  const picture = '![four](file:70000000-0000-4000-8000-000000000009)'
  const text = `# Head\n\n- **one** [two](https://example.com/x)\n- \`three\`\n\n${picture}\n\n1. five_six\n\n> Press *Source*,\n> _twice_`
  expect(proseOf(text)).toBe('Head one two three four five_six Press Source, twice')
})

test('however somebody wrote an article, nobody waits for it to be read', () => {
  const began = performance.now()
  for (const piece of ['[', '[](', '[a](', '\n', '*a ', '`', '> ']) proseOf(piece.repeat(38_000 / piece.length))
  for (const tail of ['.', ')']) expect(proseOf(`https://intranet.example/${tail.repeat(38_000)}`)).toContain(tail)
  expect(performance.now() - began).toBeLessThan(1_500)
})

test('an article is a draft, in review, published or withdrawn', () => {
  expect(articleStateOf({ inReview: false, edition: null, editions: 0 })).toBe('draft')
  expect(articleStateOf({ inReview: true, edition: 2, editions: 2 })).toBe('review')
  expect(articleStateOf({ inReview: false, edition: 2, editions: 2 })).toBe('published')
  expect(articleStateOf({ inReview: false, edition: null, editions: 2 })).toBe('withdrawn')
  const noon = new Date('2027-03-01T12:00:00Z')
  expect(isExpired({ expiresAt: '2027-03-01T12:00:00Z' }, noon)).toBe(true)
  expect(isExpired({ expiresAt: '2027-03-01T12:00:01Z' }, noon)).toBe(false)
  expect(isReviewDue({ reviewOn: '2027-03-01' }, '2027-03-01')).toBe(true)
  expect(isReviewDue({ reviewOn: '2027-03-02' }, '2027-03-01')).toBe(false)
})
