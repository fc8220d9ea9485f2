import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

const folder = join(import.meta.dirname, '../../.cache/bench/profiles')

/** Says where the time of the last run with --profile went: node tests/bench/profile.mjs [how many lines] [the last so many seconds] [but not the very last so many]. */
function tell(most = 40, lastSeconds = Number.POSITIVE_INFINITY, leftOut = 0) {
  const newest = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .sort((one, other) => statSync(join(folder, other)).mtimeMs - statSync(join(folder, one)).mtimeMs)[0]
  if (!newest) return console.log('There is no profile: run a workload with --profile first.')
  const { nodes, samples, timeDeltas, startTime, endTime } = JSON.parse(readFileSync(join(folder, newest), 'utf8'))
  const byId = new Map(nodes.map((/** @type {{ id: number }} */ node) => [node.id, node]))
  /** @type {Map<string, number>} */
  const own = new Map()
  /** @type {Map<string, number>} */
  const rooms = new Map()
  let at = startTime
  let busy = 0
  samples.forEach((/** @type {number} */ id, /** @type {number} */ place) => {
    at += timeDeltas[place]
    const { functionName, url, lineNumber } = byId.get(id).callFrame
    if (functionName === '(idle)' || at < endTime - lastSeconds * 1e6 || at > endTime - leftOut * 1e6) return
    add(own, `${functionName || '(anonymous)'} ${basename(url)}:${lineNumber + 1}`, timeDeltas[place])
    add(rooms, roomOf(url, functionName), timeDeltas[place])
    busy += timeDeltas[place]
  })
  console.log(`busy for ${(busy / 1e6).toFixed(2)} s`)
  print(rooms, busy, 25)
  print(own, busy, most)
}

/** @param {string} url @param {string} functionName */
function roomOf(url, functionName) {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url) ?? []
  if (name) return name
  const [, ours] = /dist\/(.+)$/.exec(url) ?? []
  if (ours) return ours
  return url ? url.replace(/^node:internal\//, 'node: ') : `V8 and system: ${functionName}`
}

/** @param {Map<string, number>} times @param {string} name @param {number} time */
function add(times, name, time) {
  times.set(name, (times.get(name) ?? 0) + time)
}

/** @param {Map<string, number>} times @param {number} busy @param {number} most */
function print(times, busy, most) {
  const rows = [...times].sort(([, one], [, other]) => other - one).slice(0, most)
  for (const [name, time] of rows) console.log(`${((100 * time) / busy).toFixed(1).padStart(5)} %  ${name}`)
  console.log()
}

tell(...process.argv.slice(2).map(Number))
