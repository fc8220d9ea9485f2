import { type Browser, chromium } from 'playwright-core'
import { browserProgram } from './browser-program.mjs'

/** A headless browser that works here, whatever is installed. The caller closes it. */
export async function aBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserProgram(), headless: true, args: flags })
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
