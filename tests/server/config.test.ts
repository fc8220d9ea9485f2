import { readFileSync } from 'node:fs'
import { configFrom, configTable, settings } from '../../server/config.ts'

const needed = { DATABASE_URL: 'postgresql://firstline@/desk?host=%2Frun', REDIS_URL: 'unix:///run/redis.sock' }

test('a desk starts from two addresses alone', () => {
  expect(configFrom(needed)).toEqual({
    ...needed,
    PORT: 3000,
    HOST: '0.0.0.0',
    TRUST_PROXY: false,
    DATA_DIR: './data',
    MAX_CONNECTIONS: 10_000,
    MAX_FILE_MB: 20,
    UNVERIFIED_MB_A_DAY: 100,
    KEEP_DELIVERIES_DAYS: 90,
    LOG_LEVEL: 'info',
  })
})

test('what is missing or wrong is said in a sentence, without repeating a value that may be secret', () => {
  expect(() => configFrom({ REDIS_URL: needed.REDIS_URL })).toThrow(/^The setting DATABASE_URL is missing: .+\.$/)
  expect(() => configFrom({ ...needed, DATABASE_URL: 'mysql://rita:secret@db' })).toThrow(
    /^The setting DATABASE_URL must begin with postgresql:/,
  )
  expect(() => configFrom({ ...needed, DATABASE_URL: 'mysql://rita:secret@db' })).not.toThrow(/secret/)
  expect(() => configFrom({ ...needed, REDIS_URL: 'redis+sentinel://rita:secret@one' })).toThrow(
    /^The setting REDIS_URL must begin with redis:.+ or be redis\+sentinel:(?!.*secret)/,
  )
  expect(() => configFrom({ ...needed, PORT: '70000' })).toThrow(/^The setting PORT is wrong: /)
  expect(() => configFrom({ ...needed, PUBLIC_URL: 'ftp://help.example.com' })).toThrow(/^The setting PUBLIC_URL is wrong: /)
})

test('an empty value counts as none, as in files of variables', () => {
  expect(configFrom({ ...needed, METRICS_TOKEN: '', PORT: ' ' })).toMatchObject({ PORT: 3000 })
})

test('only the origin of the public address counts', () => {
  expect(configFrom({ ...needed, PUBLIC_URL: 'https://help.example.com/' }).PUBLIC_URL).toBe('https://help.example.com')
})

test.each([
  ['false', false],
  ['true', true],
  ['2', 2],
  ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
  ['loopback', ['loopback']],
])('TRUST_PROXY may be %s', (written, trusted) => {
  expect(configFrom({ ...needed, TRUST_PROXY: written }).TRUST_PROXY).toEqual(trusted)
})

test.each(['yes', '10.0.0', '0.0.0.0/0', '-1', 'proxy.example.com'])('TRUST_PROXY may not be %s', (written) => {
  expect(() => configFrom({ ...needed, TRUST_PROXY: written })).toThrow('The setting TRUST_PROXY must be')
})

test('every setting is in the table, and the table is in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  for (const [name, field] of Object.entries(settings.shape)) {
    expect(field.description).toBeTruthy()
    expect(configTable()).toContain(`\`${name}\``)
    expect(readme).toContain(`\`${name}\``)
  }
})
