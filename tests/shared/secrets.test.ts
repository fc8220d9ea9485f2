import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type GuardRules, usualGuard } from '../../shared/guard.ts'
import { fitsLuhn } from '../../shared/secret-numbers.ts'
import { isPattern } from '../../shared/secret-patterns.ts'
import { asksForPassword } from '../../shared/secret-words.ts'
import { findSecrets, masked, maskSign } from '../../shared/secrets.ts'

const rules: GuardRules = { ...usualGuard, own: [{ name: 'Staff number', pattern: 'P-######' }] }
const kindsIn = (text: string) => findSecrets(text, rules).map(({ kind }) => kind)
const jwt = `eyJ${'hbGciOiJIUzI1NiJ9'}.eyJ${'zdWIiOiIxMjM0NTY3ODkwIn0'}.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U`

test.each([
  ['card', '4111 1111 1111 1111', 'My card is %s, please'],
  ['card', '5500-0000-0000-0004', '%s'],
  ['card', '378282246310005', 'Amex:%s.'],
  ['iban', 'DE89 3704 0044 0532 0130 00', 'Transfer to %s is late'],
  ['iban', 'gb29nwbk60161331926819', 'iban %s'],
  ['iban', 'NO93 8601 1117 947', '(%s)'],
  ['ssn', '078-05-1120', 'SSN %s'],
  ['tax-id', '86 095 742 719', 'Meine Steuer-ID ist %s'],
  ['tax-id', '47036892816', '%s!'],
  ['password', 'hunter2', 'my password is %s.'],
  ['password', 'Sommer24', 'Das Passwort lautet %s'],
  ['password', 'correcthorse', 'password: %s'],
  ['password', 'Gr33n-Tea', 'Kennwort für VPN = %s, danke'],
  ['password', '4711', 'PIN: %s'],
  ['token', `ghp_${'a1B2'.repeat(9)}`, 'use %s'],
  ['token', 'AKIAIOSFODNN7EXAMPLE', 'key %s'],
  ['token', jwt, 'Authorization: Bearer %s'],
  ['own', 'p-004711', 'I am %s'],
  ['card', '4111 1111 1111 1111', '%s 12/27 123'],
  ['card', '5500 0000 0000 0004', 'Bestellung 12 %s'],
  ['card', '4111\u00a01111\u00a01111\u00a01111', 'Copied from a page: %s'],
  ['card', '4111–1111–1111–1111', '%s'],
  ['card', '4111.1111.1111.1111', 'Karte %s.'],
  ['iban', 'DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000', 'IBAN %s'],
  ['iban', 'DE 89 3704 0044 0532 0130 00', '%s'],
  ['password', 'hallo123', 'Windowspasswort: %s'],
  ['password', '4711', 'Die PIN %s geht nicht'],
  ['password', '"correct horse battery staple', 'passphrase: %s"'],
  ['password', 'correct horse battery staple', 'Pass phrase = %s'],
  ['password', '"Sommer2026', 'Das Kennwort %s!" geht nicht'],
  ['password', 'Sommer2026', 'Passwort → %s!'],
  ['token', 'hunter22', 'postgres://app:%s@db.intranet/main'],
  ['token', '9f8a7b6c5d4e3f2a1b0c', 'api_key: %s'],
  [
    'token',
    `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,AA\n\n${'MIIabc+/'.repeat(400)}`,
    'The key:\n%s',
  ],
])('a %s such as %s is found where it stands, and nothing of it is left', (kind, secret, sentence) => {
  const text = sentence.replace('%s', secret)
  expect(kindsIn(text)).toEqual([kind])
  expect(masked(text, rules)).toBe(sentence.replace('%s', maskSign))
})

test.each([
  'My card 4111 1111 1111 1112 is not one',
  'Order 1234567890123',
  'Of 0.4242424242424242 and 0,4242424242424242 the rest',
  'About 3.86095742719',
  'Serial 00000000000000000',
  'DE89 3704 0044 0532 0130 01',
  'DE is a country, and DE12 is a road',
  'Call 030 123 456 789 or +49 30 1234567890',
  '000-12-3456 and 666-12-3456 and 2026-11-22',
  '86095742718',
  'My password is wrong',
  'Mein Passwort ist abgelaufen',
  'The password has expired, how do I change it?',
  'Passwort vergessen',
  'Password: forgotten',
  'I changed the pin of my pinboard',
  'INC-004711, error 0x80070005, 10.0.0.12, ab12:cd34',
  'XP-004711 and P-0047112',
  'https://intranet.example/reset-password?step=2',
  '6f1c7c0e-2f5b-4d0a-9a39-3b1d5b1f2c77',
  'Pin 12 of the connector, and a pin 1.5 mm long',
  'Passwort - INC-004711',
  'The password "is wrong", it says',
  'Measured 4500 1200 3400 5601, then 9.4111111111111111',
  'https://intranet.example:8443/a@b and the token expired',
])('what merely looks like it is let through: %s', (text) => {
  expect(findSecrets(text, rules)).toEqual([])
  expect(masked(text, rules)).toBe(text)
})

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))
const card = digits(14).map((rest) => {
  const begun = `4${rest}`
  return `${begun}${[...'0123456789'].find((last) => fitsLuhn(begun + last))}`
})
const secrets = fc.oneof(
  card,
  digits(6).map((number) => `P-${number}`),
  fc.stringMatching(/^[a-z]{5}[0-9][!#]$/).map((password) => ({ password })),
)

test('whatever people write around a secret, nothing of it is left, and masking twice is masking once', () => {
  fc.assert(
    fc.property(fc.lorem(), secrets, fc.lorem(), (before, secret, after) => {
      const word = typeof secret === 'string' ? secret : secret.password
      const text = `${before} ${typeof secret === 'string' ? word : `my password is ${word}`} ${after}`
      const result = masked(text, rules)
      expect(result).not.toContain(word)
      expect(result).toContain(after)
      expect(masked(result, rules)).toBe(result)
    }),
  )
})

test('any text at all is looked through at once, and what is found stands in it in order', () => {
  const nasty = [
    'password is '.repeat(330),
    '4'.repeat(4_000),
    '4 '.repeat(2_000),
    `DE12${' A'.repeat(1_990)}`,
    'eyJ'.repeat(1_300),
    'sk-'.repeat(1_300),
    'P-'.repeat(2_000),
    '4111 '.repeat(800),
    'passphrase '.repeat(360),
    '://a:'.repeat(800),
    'api_key: '.repeat(440),
    '-----BEGIN PRIVATE KEY-----'.repeat(148),
  ]
  for (const text of nasty) {
    const begun = performance.now()
    findSecrets(text, { ...rules, own: Array.from({ length: 20 }, () => ({ name: 'x', pattern: 'P-P-P-P-P-P-P-P-P-#' })) })
    asksForPassword(text)
    expect(performance.now() - begun).toBeLessThan(500)
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      let at = 0
      for (const { from, to } of findSecrets(text, rules)) {
        expect(from).toBeGreaterThanOrEqual(at)
        expect(to).toBeGreaterThan(from)
        at = to
      }
      expect(masked(masked(text, rules), rules)).toBe(masked(text, rules))
    }),
  )
})

test('the old password and the new one in the same breath are both found', () => {
  expect(masked('Passwort war Sommer2025!, jetzt Winter2026!', rules)).toBe(`Passwort war ${maskSign}!, jetzt ${maskSign}!`)
})

test('a kind that is switched off is let through', () => {
  expect(findSecrets('4111 1111 1111 1111', { ...rules, off: ['card'] })).toEqual([])
})

test('a pattern of the desk has four signs at least, and one that is fixed', () => {
  expect(['P-######', '####', 'Ä-@@##'].map(isPattern)).toEqual([true, true, true])
  expect(['', '###', '@@@@', '????', 'x'.repeat(61)].map(isPattern)).toEqual([false, false, false, false, false])
})

test.each([
  'What is your password?',
  'Please send me your PIN',
  'Können Sie mir bitte Ihr Passwort nennen?',
  'Wie lautet Ihr Kennwort?',
  'I need your password to go on.',
])('an agent who asks for a password is told: %s', (text) => expect(asksForPassword(text)).toBe(true))

test.each([
  'Never tell anybody your password.',
  'Please enter a new password in the portal.',
  'Ich setze Ihr Passwort zurück.',
  'Bitte nennen Sie nie Ihr Passwort.',
  'Your password has expired.',
  'Did you reset your password?',
])('one who speaks of passwords is not: %s', (text) => expect(asksForPassword(text)).toBe(false))
