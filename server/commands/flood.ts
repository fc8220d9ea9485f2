import { parseArgs } from 'node:util'
import { configFrom } from '../config.ts'
import { createPool } from '../postgres/pool.ts'
import { createLedger, type Ledger, percentile } from './flood/ledger.ts'
import { hire, type Staff } from './flood/staff.ts'
import { letItFlow, type Traffic } from './flood/traffic.ts'

/** `npm run flood`: fills the desk that runs with live traffic, and says each second how it keeps up. */
const { values } = parseArgs({
  options: {
    requesters: { type: 'string', default: '20' },
    agents: { type: 'string', default: '4' },
    minutes: { type: 'string', default: '1' },
    rate: { type: 'string', default: '5' },
  },
})
const wanted = {
  requesters: number('requesters', 1, 2_000),
  agents: number('agents', 1, 500),
  minutes: number('minutes', 0.05, 1_440),
  rate: number('rate', 0.1, 2_000),
}
const config = configFrom(process.env)
const url = config.PUBLIC_URL ?? `http://127.0.0.1:${config.PORT}`
const pool = createPool(config.DATABASE_URL, () => {})

try {
  process.exitCode = (await isThere()) ? await flood() : 1
} finally {
  await pool.end()
}
process.exit()

function number(name: keyof typeof values, from: number, to: number) {
  const given = Number(values[name])
  if (given >= from && given <= to) return given
  console.error(`--${name} is a number from ${from} to ${to}.`)
  process.exit(1)
}

async function isThere() {
  const ready = await fetch(new URL('/health/ready', url)).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!ready) console.error(`No desk answers at ${url}. Start it first (npm start); PORT or PUBLIC_URL say where it is.`)
  return ready
}

async function flood(): Promise<number> {
  const over = untilOver()
  console.log(`• ${wanted.agents} agents and ${wanted.requesters} requesters come to ${url}, to say ${wanted.rate} messages a second`)
  const staff = await hire(pool, url, wanted)
  const ledger = createLedger()
  const troubles: string[] = []
  try {
    const traffic = letItFlow(staff, wanted.rate, ledger, (error) => troubles.push(error instanceof Error ? error.message : String(error)))
    const began = Date.now()
    const telling = setInterval(() => console.log(lineOf(Math.round((Date.now() - began) / 1000), ledger, traffic)), 1_000)
    await over
    clearInterval(telling)
    console.log('• coming to an end')
    await traffic.stop()
    await everythingHeard(ledger)
    return sumUp(ledger, traffic, troubles)
  } finally {
    await goHome(staff)
  }
}

/** The time that was asked for is over, or somebody pressed Ctrl-C. */
function untilOver(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, wanted.minutes * 60_000)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
}

function lineOf(second: number, ledger: Ledger, traffic: Traffic) {
  const { sent, acknowledged, lost } = ledger.totals()
  const counts = { open: traffic.open(), waiting: traffic.waiting(), sent, acknowledged, lost }
  const told = Object.entries(counts).map(([name, count]) => `${name} ${String(count).padEnd(5)}`)
  return `${String(second).padStart(4)} s  ${told.join(' ')} ack ${latency(ledger.takeLatencies())}`
}

function latency(sorted: number[]) {
  const [half, most] = [percentile(sorted, 0.5), percentile(sorted, 0.95)]
  return half === null || most === null ? '–' : `p50 ${half.toFixed(1)} ms, p95 ${most.toFixed(1)} ms`
}

/** What was acknowledged last may still be on its way to the other side. */
async function everythingHeard(ledger: Ledger) {
  for (let tries = 0; tries < 60 && ledger.totals(Number.POSITIVE_INFINITY).lost > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

function sumUp(ledger: Ledger, traffic: Traffic, troubles: string[]) {
  const { sent, acknowledged, failed, lost } = ledger.totals(Number.POSITIVE_INFINITY)
  console.log(`• ${traffic.ended()} chats; ${sent} messages sent, ${acknowledged} acknowledged, ${failed} failed, ${lost} lost`)
  console.log(`• acknowledged after ${latency(ledger.latencies.sort((one, other) => one - other))}`)
  for (const trouble of new Set(troubles)) console.log(`• ${troubles.filter((one) => one === trouble).length} x ${trouble}`)
  return failed + lost > 0 ? 1 : 0
}

async function goHome(staff: Staff) {
  await staff.dismiss()
  console.log('• the accounts of the flood are disabled; its chats stay as tickets of the team Flood')
}
