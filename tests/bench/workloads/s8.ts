import { opensChat, opensConsole, readsBack, scrolls } from '../browser/at-console.ts'
import { comesToPage, comesToPageAlone } from '../browser/at-widget.ts'
import { barePage } from '../browser/bare.ts'
import { aCrowd, type Crowd } from '../browser/crowd.ts'
import { type Key, types } from '../browser/keys.ts'
import { slowBrowser, usualTimes } from '../browser/slow-browser.ts'
import { median, shown } from '../figures.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable } from '../report.ts'
import { theDesk } from '../targets.ts'
import { tidily } from '../undoing.ts'

const mine = 50
const waiting = 150
const viewport = { width: 1440, height: 900 }

/** Widget and console in a browser whose processor is four times slower, beside the least that a page can be. */
export async function screens(options: Options): Promise<void> {
  const size = options.quick ? { messages: 2_000, keys: 150, visits: 3 } : { messages: 10_000, keys: 300, visits: 7 }
  const desk = await theDesk(options)
  const url = `http://127.0.0.1:${desk.port}`
  const widget = await tidily(() => atWidget(url, size.visits))
  const crowd = await aCrowd(desk, { mine, waiting, messages: size.messages })
  const bare = await tidily(async () => barePage(await (await slowBrowser()).newContext({ viewport }), { ...size, lines: size.messages }))
  const console = await tidily(() => atConsole(url, crowd, size.keys))
  const of = (messages: number) => messages.toLocaleString('en-US')
  printTable([
    row('loader', `${shown(widget.loader)} kB`, '', '2 kB'),
    row('launcher on the page', `${shown(widget.launcherMs)} ms`, '', ''),
    row('page blocked, with the widget and without', `${shown(widget.blockedMs)} ms`, `${shown(widget.aloneMs)} ms`, '0 ms more'),
    row('chat, until it can be used', `${shown(widget.chat)} kB in ${shown(widget.chatMs)} ms`, '', '35 kB'),
    row('console, cold', `${shown(console.kilobytes)} kB`, '', '120 kB'),
    row(`console, until ${mine + waiting} conversations are listed`, `${shown(console.listMs)} ms`, '', ''),
    row(`opening a chat of ${of(size.messages / 2)} messages`, spread(console.openMs), '', '100 ms'),
    row(`a frame while scrolling ${of(size.messages)} messages`, spread(console.frames), spread(bare.frames), '16.7 ms'),
    row(`work of a key, ${mine} chats open`, work(console.keys), work(bare.keys), '16 ms'),
    row(`key to paint, ${mine} chats open`, toPaint(console.keys), toPaint(bare.keys), '16 ms'),
    row('opening that chat, processor not slowed down', spread(console.quickOpenMs), '', '100 ms'),
    row('work of a key, processor not slowed down', work(console.quickKeys), work(bare.quickKeys), '16 ms'),
    row('key to paint, processor not slowed down', toPaint(console.quickKeys), toPaint(bare.quickKeys), '16 ms'),
  ])
  keepResults('s8', { options, size, widget, console, bare })
}

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
    chatMs: middle('chatMs'),
  }
}

async function atConsole(url: string, crowd: Crowd, count: number) {
  const context = await (await slowBrowser()).newContext({ viewport })
  const { page, slowDown, kilobytes, listMs } = await opensConsole(context, url, crowd, { mine, waiting })
  await opensChat(page, crowd.long, 1)
  await readsBack(page)
  const openMs = await opensChat(page, crowd.long)
  await page.locator('.pane textarea').first().focus()
  const keys = await types(page, count)
  await slowDown(1)
  const quickKeys = await types(page, count)
  const quickOpenMs = await opensChat(page, crowd.long)
  await slowDown(usualTimes)
  await opensChat(page, crowd.longest, 1)
  await readsBack(page)
  return { kilobytes, listMs, openMs, quickOpenMs, keys, quickKeys, frames: await scrolls(page) }
}

const row = (what: string, measured: string, bare: string, aim: string) => ({
  'Browser, processor 4 times slower; times p50 / p99': what,
  Firstline: measured,
  'Bare page': bare,
  Aim: aim,
})

const work = (keys: Key[]) => spread(keys.map((key) => key.work))
const toPaint = (keys: Key[]) => spread(keys.map((key) => key.toPaint))
const spread = (values: number[]) => `${shown(median(values))} / ${shown(at(values, 0.99))} ms`

function at(values: number[], share: number) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
