import { spawnSync } from 'node:child_process'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { browserProgram } from '../../support/browser-program.mjs'
import { undoLater } from '../undoing.ts'

/** A page of a machine that is four times slower than this one, and what came over its wire. */
export interface SlowPage {
  page: Page
  /** Bytes since the page was opened, as they came, packed, without headers. */
  bytes(of: RegExp): number
  requests(of: RegExp): number
  /** From now on its processor is so many times slower than this one's. */
  slowDown(times: number): Promise<unknown>
}

/** How much slower pages are than this machine. */
export const usualTimes = 4

/** A browser on the second core. */
export async function slowBrowser(): Promise<Browser> {
  // The servers have the first core.
  spawnSync('taskset', ['-a', '-p', '-c', '1', String(process.pid)])
  const browser = await chromium.launch({
    executablePath: await browserProgram(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-extensions', '--disable-background-networking'],
  })
  spawnSync('taskset', ['-a', '-p', '-c', '0', String(process.pid)])
  undoLater(() => browser.close())
  return browser
}

/** A page in it, four times slower from its first moment on. */
export async function slowPage(context: BrowserContext): Promise<SlowPage> {
  const page = await context.newPage()
  const line = await context.newCDPSession(page)
  const slowDown = (times: number) => line.send('Emulation.setCPUThrottlingRate', { rate: times })
  await slowDown(usualTimes)
  const fetched = await listen(line)
  const sizesOf = (wanted: RegExp) => [...fetched.values()].filter(({ url }) => wanted.test(url)).map(({ size }) => size)
  return {
    page,
    slowDown,
    bytes: (of) => sizesOf(of).reduce((sum, size) => sum + size, 0),
    requests: (of) => sizesOf(of).length,
  }
}

async function listen(line: CDPSession) {
  const fetched = new Map<string, { url: string; headers: number; size: number }>()
  await line.send('Network.enable')
  line.on('Network.responseReceived', ({ requestId, response }) =>
    fetched.set(requestId, { url: response.url, headers: response.encodedDataLength, size: 0 }),
  )
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const one = fetched.get(requestId)
    if (one) one.size = encodedDataLength - one.headers
  })
  return fetched
}
