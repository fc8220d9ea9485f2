import { opensChat, opensConsole, readsBack, scrolls } from '../browser/at-console.ts'
import { comesToPage, comesToPageAlone } from '../browser/at-widget.ts'
import { type Bare, barePage } from '../browser/bare.ts'
import { aCrowd, type Crowd } from '../browser/crowd.ts'
import { type Key, types } from '../browser/keys.ts'
import { slowBrowser, usualTimes } from '../browser/slow-browser.ts'
import { median, shown } from '../figures.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable, type Row } from '../report.ts'
import { theDesk } from '../targets.ts'
import { tidily } from '../undoing.ts'

const mine = 50
const waiting = 150
const viewport = { width: 1440, height: 900 }

/** Widget and console in a browser whose processor is four times slower, beside the least that a page can be. */
export async function screens(options: Options): Promise<void> {
  const size = options.quick ? { messages: 2_000, keys: 150, visits: 3 } : { messages: 10_000, keys: 300, visits: 7 }
  const desk = await theDesk(options)
  const url = `http://127.0.0.1:${desk.ports[0]}`
  const widget = await tidily(() => atWidget(url, size.visits))
  const crowd = await aCrowd(desk, { mine, waiting, messages: size.messages })
  const bare = await tidily(async () => barePage(await (await slowBrowser()).newContext({ viewport }), { ...size, lines: size.messages }))
  const console = await tidily(() => atConsole(url, crowd, size.keys))
  printTable(rowsOf(widget, console, bare, size))
  keepResults('s8', { options, size, widget, console, bare })
}

type OfWidget = Awaited<ReturnType<typeof atWidget>>
type OfConsole = Awaited<ReturnType<typeof atConsole>>

/** What was measured beside its aim; of times, the 99th percentile must keep it, and the middle one of the frames. */
function rowsOf(widget: OfWidget, console: OfConsole, bare: Bare, size: { messages: number }): Row[] {
  const of = (messages: number) => messages.toLocaleString('en-US')
  const beyond = Math.max(0, widget.blockedMs - widget.aloneMs)
  return [
    row('loader, packed', `${shown(widget.loader)} kB`, '', kept('2 kB', widget.loader, 2)),
    row('launcher on the page', `${shown(widget.launcherMs)} ms`, '', noAim),
    row(
      'page blocked, with the widget and without',
      `${shown(widget.blockedMs)} ms`,
      `${shown(widget.aloneMs)} ms`,
      kept('0 ms more', beyond, 0),
    ),
    row(
      `chat, all that has come when it can be used, in ${widget.requests} requests`,
      `${shown(widget.chat)} kB in ${shown(widget.chatMs)} ms`,
      '',
      kept('35 kB', widget.chat, 35),
    ),
    row('console, cold, packed', `${shown(console.kilobytes)} kB`, '', kept('120 kB', console.kilobytes, 120)),
    row(`console, until ${mine + waiting} conversations are listed`, `${shown(console.listMs)} ms`, '', noAim),
    row(`opening a chat of ${of(size.messages / 2)} messages`, spread(console.openMs), '', kept('100 ms', late(console.openMs), 100)),
    row(
      `a frame while scrolling ${of(size.messages)} messages`,
      spread(console.frames),
      spread(bare.frames),
      kept('16.7 ms', median(console.frames), aFrame),
    ),
    keyRow('work of a key', 'work', console.keys, bare.keys),
    keyRow('key to paint', 'toPaint', console.keys, bare.keys),
    row('opening that chat, processor not slowed down', spread(console.quickOpenMs), '', kept('100 ms', late(console.quickOpenMs), 100)),
    keyRow('work of a key, processor not slowed down', 'work', console.quickKeys, bare.quickKeys),
    keyRow('key to paint, processor not slowed down', 'toPaint', console.quickKeys, bare.quickKeys),
  ]
}

/** A frame at 60 in a second, and what clocks may err by. */
const aFrame = 16.9

/** With the widget and without it in turns, each time for the first time. */
async function atWidget(url: string, visits: number) {
  const browser = await slowBrowser()
  const alone: number[] = []
  const all: Awaited<ReturnType<typeof comesToPage>>[] = []
  for (let visit = 0; visit < visits; visit++) {
    alone.push(await comesToPageAlone(browser, url))
    all.push(await comesToPage(browser, url))
  }
  const middle = (what: keyof (typeof all)[number]) => median(all.map((one) => one[what]))
  return {
    loader: middle('loader'),
    launcherMs: middle('launcherMs'),
    blockedMs: middle('blockedMs'),
    aloneMs: median(alone),
    chat: middle('chat'),
    requests: middle('requests'),
    chatMs: middle('chatMs'),
  }
}

async function atConsole(url: string, crowd: Crowd, count: number) {
  const context = await (await slowBrowser()).newContext({ viewport })
  const { page, slowDown, kilobytes, listMs } = await opensConsole(context, url, crowd, { mine, waiting })
  await opensChat(page, crowd.long, 1)
  await readsBack(page, slowDown)
  const openMs = await opensChat(page, crowd.long)
  await page.locator('.pane textarea').first().focus()
  const keys = await types(page, count)
  await slowDown(1)
  const quickKeys = await types(page, count)
  const quickOpenMs = await opensChat(page, crowd.long)
  await slowDown(usualTimes)
  await opensChat(page, crowd.longest, 1)
  await readsBack(page, slowDown)
  return { kilobytes, listMs, openMs, quickOpenMs, keys, quickKeys, frames: await scrolls(page) }
}

interface Aim {
  aim: string
  isMet: boolean | null
}

const noAim: Aim = { aim: '', isMet: null }
const kept = (aim: string, measured: number, most: number): Aim => ({ aim, isMet: measured <= most })

const row = (what: string, measured: string, bare: string, { aim, isMet }: Aim): Row => ({
  'Browser, processor 4 times slower; times p50 / p99': what,
  Firstline: measured,
  'Bare page': bare,
  Aim: aim,
  Met: isMet === null ? '' : isMet ? 'yes' : 'no',
})

/** What an empty page does not keep, nobody can. */
function keyRow(what: string, part: keyof Key, ours: Key[], bare: Key[]): Row {
  const bareMs = bare.map((key) => key[part])
  const oursMs = ours.map((key) => key[part])
  const told = row(`${what}, ${mine} chats open`, spread(oursMs), spread(bareMs), kept('16 ms', late(oursMs), 16))
  return told.Met === 'no' && late(bareMs) > 16 ? { ...told, Met: 'no, nor by the bare page' } : told
}

const late = (values: number[]) => at(values, 0.99)
const spread = (values: number[]) => `${shown(median(values))} / ${shown(at(values, 0.99))} ms`

function at(values: number[], share: number) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
