import { existsSync } from 'node:fs'

/** A browser's program: `CHROMIUM_PATH`, then one that is installed, then the one npm brought, which needs no package of the system.
 * @returns {Promise<string>} */
export async function browserProgram() {
  const chosen = process.env.CHROMIUM_PATH ?? installed.find((path) => existsSync(path))
  if (chosen) return chosen
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedFromNpm()
  throw new Error('No Chromium was found for the tests: install Chromium or Chrome, or set CHROMIUM_PATH to the program.')
}

async function unpackedFromNpm() {
  // Tells it to bring the libraries along; read when it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: packed } = await import('@sparticuz/chromium')
  return packed.executablePath()
}

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
