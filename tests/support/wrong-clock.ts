import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from './engines.ts'

/** A clock that is wrong, by libfaketime, for processes that are started with its environment; it can be set while they run. */
export function aWrongClock(seconds: number) {
  const folder = aFolder()
  const file = join(folder, 'time')
  const set = (wrong: number) => writeFileSync(file, `${wrong < 0 ? '' : '+'}${wrong}s\n`)
  set(seconds)
  return {
    environment: {
      LD_PRELOAD: library(),
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Whoever sets a clock sets neither timers nor how long a machine runs.
      DONT_FAKE_MONOTONIC: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
    /** Somebody sets it wrong by so much. */
    set,
    close: () => rmSync(folder, { recursive: true, force: true }),
  }
}

function library(): string {
  const places = readdirSync('/usr/lib').map((name) => `/usr/lib/${name}/faketime/libfaketime.so.1`)
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('There is no libfaketime: it comes with the package faketime')
  return found
}
