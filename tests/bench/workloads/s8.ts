import { opensChat, opensConsole, readsBack, scrolls, types } from '../browser/at-console.ts'
import { comesToPage } from '../browser/at-widget.ts'
import { aCrowd, type Crowd } from '../browser/crowd.ts'
import { slowBrowser } from '../browser/slow-browser.ts'
import { median, shown } from '../figures.ts'
import type { Options } from '../options.ts'
import { keepResults, printTable } from '../report.ts'
import { theDesk } from '../targets.ts'
import { tidily } from '../undoing.ts'

const mine = 50
const waiting = 150

/** Widget and console in a browser whose processor is four times slower. */
export async function screens(options: Options): Promise<void> {
  const messages = options.quick ? 2_000 : 10_000
  const desk = await theDesk(options)
  const url = `http://127.0.0.1:${desk.port}`
  const widget = await tidily(async () => comesToPage(await (await slowBrowser()).newContext(), url))
  const crowd = await aCrowd(desk, { mine, waiting, messages })
  const console = await tidily(() => atConsole(url, crowd))
  const keys = await tidily(() => atKeys(url, crowd, options.quick ? 100 : 300))
  printTable([
    row('loader', `${shown(widget.loader)} kB`, '2 kB'),
    row('launcher on the page', `${shown(widget.launcherMs)} ms`, ''),
    row('page blocked by the widget', `${shown(widget.blockedMs)} ms`, '0 ms'),
    row('chat, until it can be used', `${shown(widget.chat)} kB in ${shown(widget.chatMs)} ms`, '35 kB'),
    row('console, cold', `${shown(console.kilobytes)} kB`, '120 kB'),
    row(`console, until ${mine + waiting} conversations are listed`, `${shown(console.listMs)} ms`, ''),
    row(`opening a chat of ${(messages / 2).toLocaleString('en-US')} messages, p50 / p99`, `${spread(console.openMs)} ms`, '100 ms'),
    row(`a frame while scrolling ${messages.toLocaleString('en-US')} messages, p50 / p99`, `${spread(console.frames)} ms`, '16.7 ms'),
    row(`work of a key with ${mine} chats open, up to its pixels, p50 / p99`, `${spread(keys)} ms`, '16 ms'),
  ])
  keepResults('s8', { options, messages, widget, console, keys })
}

async function atConsole(url: string, crowd: Crowd) {
  const context = await (await slowBrowser()).newContext({ viewport: { width: 1440, height: 900 } })
  const { page, kilobytes, listMs } = await opensConsole(context, url, crowd, { mine, waiting })
  await opensChat(page, crowd.long)
  await readsBack(page)
  const openMs = await opensChat(page, crowd.long)
  await opensChat(page, crowd.longest)
  await readsBack(page)
  return { kilobytes, listMs, openMs, frames: await scrolls(page) }
}

async function atKeys(url: string, crowd: Crowd, count: number) {
  const context = await (await slowBrowser()).newContext({ viewport: { width: 1440, height: 900 } })
  const { page } = await opensConsole(context, url, crowd, { mine, waiting })
  await opensChat(page, crowd.long)
  await readsBack(page)
  return types(page, count)
}

const row = (what: string, measured: string, aim: string) => ({ 'Browser, processor 4 times slower': what, Firstline: measured, Aim: aim })

const spread = (values: number[]) => `${shown(median(values))} / ${shown(at(values, 0.99))}`

function at(values: number[], share: number) {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
