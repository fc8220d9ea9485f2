import { runSchedules } from './schedules.ts'

/** Runs so many seeded days from a first one on, and says what became of them. */
const [first = 0, count = 0] = process.argv.slice(2).map(Number)
console.log(JSON.stringify(await runSchedules(first, count)))
