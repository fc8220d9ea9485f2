import { randomUUID } from 'node:crypto'
import type { Dialect, Player } from './cast.ts'
import { createLatencies, type Spread } from './latencies.ts'

/** One conversation with both ends. */
export interface Pair {
  conversation: string
  requester: Player
  agent: Player
}

export interface Talked {
  sent: number
  lost: number
  /** How late the generator itself was: where this is large, it was the bottleneck. */
  late: Spread
  ack: Spread
  deliver: Spread
}

/** Hears what comes back while people talk. */
export interface Ears {
  acked(number: number, fine: boolean): void
  said(number: number, by: Player): void
}

const text = 'The screen stays black after I open the lid, and the light beside the power key keeps blinking in orange.'
/** Found in the bytes of whatever brings the text to the other side. */
const mark = '~#'
const digits = 9

/** People talk at a rate of so many messages a second in all, conversations in turn, sides in turn, whatever comes back. */
export async function talk(
  dialect: Dialect,
  pairs: Pair[],
  rate: number,
  seconds: number,
  listen: (ears: Ears | null) => void,
): Promise<Talked> {
  const total = Math.round(rate * seconds)
  const gap = 1000 / rate
  const [late, ack, deliver] = [createLatencies(total), createLatencies(total), createLatencies(total)]
  const delivered = new Uint8Array(total)
  let acked = 0
  let arrived = 0
  const begin = performance.now() + 20
  const dueOf = (number: number) => begin + number * gap
  const pairOf = (number: number) => pairs[number % pairs.length] as Pair
  const isAgents = (number: number) => Math.floor(number / pairs.length) % 2 === 1
  const speakerOf = (number: number) => (isAgents(number) ? pairOf(number).agent : pairOf(number).requester)

  listen({
    acked(number, fine) {
      if (!fine) return
      acked++
      ack.add(performance.now() - dueOf(number))
    },
    said(number, by) {
      // The one who said it hears it, too.
      if (number >= total || delivered[number] || by === speakerOf(number)) return
      delivered[number] = 1
      arrived++
      deliver.add(performance.now() - dueOf(number))
    },
  })

  let next = 0
  const sendDue = () => {
    const now = performance.now()
    for (let burst = 0; burst < 32 && next < total && dueOf(next) <= now; burst++, next++) {
      speakerOf(next).connection.emit(next, packetOf(dialect, pairOf(next).conversation, next))
      late.add(performance.now() - dueOf(next))
    }
  }
  await until(() => {
    sendDue()
    return next === total
  })
  const patience = performance.now() + 10_000
  await until(() => (acked === total && arrived === total) || performance.now() > patience)
  listen(null)
  return { sent: total, lost: total - Math.min(acked, arrived), late: late.spread(), ack: ack.spread(), deliver: deliver.spread() }
}

function packetOf(dialect: Dialect, conversation: string, number: number) {
  const said = `${text}${mark}${String(number).padStart(digits, '0')}`
  if (dialect === 'reference') return `["say",{"conversation":"${conversation}","id":"${randomUUID()}","text":"${said}"}]`
  return `["conversation:act",{"conversation":"${conversation}","id":"${randomUUID()}","act":{"kind":"say","text":"${said}"}}]`
}

/** The numbers of all messages that these bytes bring. */
export function eachSaid(data: Buffer, from: number, to: number, heard: (number: number) => void): void {
  for (let at = data.indexOf(mark, from, 'latin1'); at >= 0 && at < to; at = data.indexOf(mark, at + mark.length, 'latin1')) {
    let number = 0
    for (let place = 0; place < digits; place++) number = number * 10 + ((data[at + mark.length + place] as number) - 48)
    heard(number)
  }
}

/** Turns with the event loop, which reads the sockets in between, until something holds. It rests as little as the clock must be exact. */
function until(holds: () => boolean) {
  return new Promise<void>((resolve) => {
    const turn = () => (holds() ? resolve() : setImmediate(turn))
    turn()
  })
}
