import { answerAsked } from '../answering.ts'
import { type Dialect, enter, forAll, must, type Part, type Player } from './cast.ts'
import { close, prepare } from './closing.ts'
import { seek, seekBare } from './searching.ts'
import { type Shown, shownIn, start } from './starts.ts'
import { storm } from './storm.ts'
import { type Ears, eachSaid, type Pair, talk } from './talk.ts'

/** What makes the load, in a process of its own on a core of its own. */
export type LoadQuestion =
  | { do: 'enter'; dialect: Dialect; ports: number[]; parts: Part[]; atOnce: number; available?: boolean }
  | { do: 'talk'; rate: number; seconds: number }
  | { do: 'start'; visitors: Part[]; rate: number }
  | { do: 'storm' }
  | { do: 'prepare'; messages: number }
  | { do: 'close'; atOnce: number }
  | { do: 'seek'; words: string; count: number }
  | { do: 'seek bare'; url: string; words: string; rare: boolean; count: number }
  | { do: 'rest'; seconds: number }
  | { do: 'leave' }

let dialect: Dialect = 'reference'
let ports: number[] = []
let players: Player[] = []
let ears: Ears | null = null
let shown: Shown | null = null

const okAt = Buffer.from('[{"ok":true')

const hears = (player: Player) => ({
  onEvent(data: Buffer, from: number, to: number) {
    if (ears) eachSaid(data, from, to, (number) => ears?.said(number, player))
    if (!shown || player.side !== 'agent') return
    const conversation = shownIn(dialect, data, from, to)
    if (conversation) shown(conversation, player)
  },
  onAnswer(id: number, data: Buffer, from: number, to: number) {
    const fine = dialect === 'reference' || okAt.compare(data, from, Math.min(to, from + okAt.length)) === 0
    ears?.acked(id, fine)
  },
})

async function comeIn({ parts, atOnce, available = false, ...where }: LoadQuestion & { do: 'enter' }) {
  dialect = where.dialect
  ports = where.ports
  const requesters = parts.filter(({ side }) => side === 'requester')
  const agents = parts.filter(({ side }) => side === 'agent')
  // Neighbours in different processes: of two who talk, each is as likely here as there.
  for (const group of [requesters, agents]) {
    const seated = group.map((part, place) => ({ ...part, port: portFor(place) }))
    players.push(...(await forAll(seated, atOnce, (part) => enter(dialect, part, hears))))
  }
  if (!available || dialect === 'reference') return
  for (const { side, connection } of players) if (side === 'agent') must(await connection.ask('agent:wish', { wish: 'available' }))
}

const portFor = (place: number) => ports[place % ports.length] ?? 0

/** Whoever was cut off comes back before the next measurement. */
async function comeBack() {
  const cut = players.filter(({ connection }) => !connection.open)
  const back = await forAll(cut, 20, (part) => enter(dialect, part, hears))
  players = [...players.filter(({ connection }) => connection.open), ...back]
  return cut.length
}

function pairs(): Pair[] {
  const agents = new Map(
    players.flatMap((player) => (player.side === 'agent' ? player.conversations.map((id) => [id, player] as const) : [])),
  )
  return players.flatMap((requester) => {
    const [conversation] = requester.side === 'requester' ? requester.conversations : []
    const agent = conversation && agents.get(conversation)
    return agent ? [{ conversation, requester, agent }] : []
  })
}

answerAsked<LoadQuestion>(async (question) => {
  switch (question.do) {
    case 'enter':
      return comeIn(question)
    case 'talk': {
      const cut = await comeBack()
      const talked = await talk(dialect, pairs(), question.rate, question.seconds, (next) => {
        ears = next
      })
      return { ...talked, cut }
    }
    case 'start':
      return start(dialect, portFor, question.visitors, question.rate, (next) => {
        shown = next
      })
    case 'storm':
      await comeBack()
      return storm(dialect, players)
    case 'prepare':
      return prepare(dialect, players, question.messages)
    case 'close':
      return close(dialect, players, question.atOnce)
    case 'seek':
      return seek(
        players.filter(({ side }) => side === 'agent'),
        question.words,
        question.count,
      )
    case 'seek bare':
      return seekBare(question.url, question.words, question.rare, question.count)
    case 'rest':
      await new Promise((resolve) => setTimeout(resolve, question.seconds * 1000))
      return {}
    case 'leave':
      for (const { connection } of players) connection.close()
      players = []
  }
})
