import { expect, test } from '@jest/globals'
import { redisPlace } from '../../../../server/desk/line/redis-places.ts'

test.each(['redis://cache.example.com:6379', 'rediss://rita:secret@cache/2', 'unix:///run/redis.sock'])('%s is one Redis', (url) => {
  expect(redisPlace(url)).toEqual({ kind: 'one', url })
})

test('sentinels are asked for a group by its name', () => {
  expect(redisPlace('redis+sentinel://desk:p%40ss@one,two:26380,[::1]:26381/main/3?sentinelPassword=quiet')).toEqual({
    kind: 'sentinel',
    group: 'main',
    database: 3,
    sentinelPassword: 'quiet',
    nodes: [
      { host: 'one', port: 26_379 },
      { host: 'two', port: 26_380 },
      { host: '::1', port: 26_381 },
    ],
    username: 'desk',
    password: 'p@ss',
    tls: false,
  })
})

test('a cluster is found by any of its servers', () => {
  expect(redisPlace('rediss+cluster://:secret@one:7000,two')).toEqual({
    kind: 'cluster',
    nodes: [
      { host: 'one', port: 7_000 },
      { host: 'two', port: 6_379 },
    ],
    username: undefined,
    password: 'secret',
    tls: true,
  })
})

test.each([
  'http://cache',
  'redis+sentinel://one',
  'redis+sentinel:///main',
  'redis+cluster://one/0',
  'redis+cluster://one,,two',
  'redis+magic://one',
])('%s means nothing', (url) => {
  expect(redisPlace(url)).toBeUndefined()
})
