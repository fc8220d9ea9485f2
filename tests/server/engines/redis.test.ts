import { chmodSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { redisProgram } from '../../../server/engines/redis-program.mjs'
import { aFolder } from '../../support/engines.ts'

afterEach(() => {
  delete process.env.REDIS_SERVER_BIN
})

test('a Redis that is too old is named, with what to run instead', () => {
  const folder = aProgram('echo Redis server v=6.2.1 sha=0')

  expect(() => redisProgram(() => {})).toThrow(/is Redis 6\.2\.1, and Firstline needs 7 or newer\.[\s\S]*sudo apt-get install redis-server/)
  rmSync(folder, { recursive: true })
})

test('a program that is no Redis is refused in words', () => {
  const folder = aProgram('exit 1')

  expect(() => redisProgram(() => {})).toThrow('redis-server does not run: it says nothing.')
  rmSync(folder, { recursive: true })
})

function aProgram(words: string) {
  const folder = aFolder()
  process.env.REDIS_SERVER_BIN = join(folder, 'redis-server')
  writeFileSync(process.env.REDIS_SERVER_BIN, `#!/bin/sh\n${words}\n`)
  chmodSync(process.env.REDIS_SERVER_BIN, 0o755)
  return folder
}
