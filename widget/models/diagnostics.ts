import type { DiagnosticItem, Found, Probe } from '../../shared/consent.ts'
import { diagnosticItems } from '../../shared/consent-lists.ts'
import { words } from '../consent-words.ts'
import type { AboutErrors } from '../page-errors.ts'

const patience = 5_000
const mostErrors = 5
/** So much of one thing is told at most. */
const mostText = 600

/** What this window stumbled over, the latest last. Kept from the first card on, told to nobody by itself. */
const stumbled: string[] = []

const note = (text: string) => {
  stumbled.push(text.slice(0, 100))
  stumbled.splice(0, stumbled.length - mostErrors)
}
addEventListener('error', ({ message }) => note(message))
addEventListener('unhandledrejection', ({ reason }) => note(String(reason)))

/** The list as it will be shown: what is known at once, and nothing yet where it must be looked for. */
export const itemsFor = (probes: readonly Probe[]): { item: DiagnosticItem; label: string; look: () => Promise<string> }[] => [
  ...diagnosticItems.map((item) => ({ item, label: words.items[item], look: looks[item] })),
  ...probes.map(({ name, url }, place) => ({ item: `probe-${place}` as const, label: name, look: () => probed(url) })),
]

/** What goes to the desk: only what is known, and was left in. */
export const reportOf = (found: readonly Found[], leftOut: ReadonlySet<string>): Found[] => found.filter(({ item }) => !leftOut.has(item))

const looks: Record<(typeof diagnosticItems)[number], () => Promise<string>> = {
  browser: async () => browserIn(navigator.userAgent) || words.unknown,
  system: async () => systemIn(navigator.userAgent) || words.unknown,
  zone: async () => Intl.DateTimeFormat().resolvedOptions().timeZone || words.unknown,
  clock,
  screen: async () => words.screenOf(screen.width, screen.height, Math.round(devicePixelRatio * 100) / 100),
  errors: async () => stumbled.join('; ') || words.noErrors,
  page: aroundUs,
}

/** What the page around the frame stumbled over since the widget was opened there. One that says nothing is not known. */
async function aroundUs(): Promise<string> {
  if (parent === window) return words.unknown
  const answer = new Promise<string>((resolve) => {
    addEventListener('message', function hear({ source, data }: MessageEvent<Partial<AboutErrors> | null>) {
      if (source !== parent || !Array.isArray(data?.firstlineErrors)) return
      removeEventListener('message', hear)
      resolve(data.firstlineErrors.map(String).join('; ').slice(-mostText).trim() || words.noErrors)
    })
  })
  // To whatever page is around us: the question holds nothing.
  parent.postMessage({ firstlineErrors: 'which' } satisfies AboutErrors, '*')
  return Promise.race([answer, new Promise<string>((resolve) => setTimeout(() => resolve(words.unknown), patience / 5))])
}

/** Its name and version, as it calls itself. */
export function browserIn(agent: string): string {
  const [, name = '', version = ''] = /(Edg|OPR|Firefox|Chrome)\/([\d.]+)/.exec(agent.replace(/Chrome(?=.*(?:Edg|OPR)\/)/, '')) ?? []
  if (name) return `${{ Edg: 'Edge', OPR: 'Opera' }[name] ?? name} ${version}`
  const safari = /Version\/([\d.]+).*Safari/.exec(agent)?.[1]
  return safari ? `Safari ${safari}` : ''
}

/** What stands in the first brackets: the system, as the browser tells it to every page. */
export const systemIn = (agent: string): string => /\(([^)]*)\)/.exec(agent)?.[1] ?? ''

/** Against the clock of the desk, which tells the second with every answer. */
async function clock(): Promise<string> {
  try {
    const answer = await fetch('/health/live', { cache: 'no-store', signal: AbortSignal.timeout(patience) })
    const seconds = Math.round((Date.now() - Date.parse(answer.headers.get('date') ?? '')) / 1000)
    if (!Number.isFinite(seconds)) return words.unknown
    return Math.abs(seconds) < 3 ? words.clockRight : words.clockOff(seconds)
  } catch {
    return words.unknown
  }
}

/** Whether somebody answers there. Nothing of the answer is read, and nothing is told to it. */
async function probed(url: string): Promise<string> {
  const began = performance.now()
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    })
    return words.reached(Math.round(performance.now() - began))
  } catch {
    return words.notReached
  }
}
