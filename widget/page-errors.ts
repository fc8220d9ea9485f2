/** What the frame asks of the page around it, by this mark; and what it is told. */
export interface AboutErrors {
  firstlineErrors: 'which' | string[]
}

const most = 5
const longest = 80

/** What went wrong on this page, the latest last. It stays here until the frame asks, and that shows it to its user before it tells anybody. */
const kept: string[] = []

addEventListener('error', ({ message, filename }) => keep(message, filename))
addEventListener('unhandledrejection', ({ reason }) => keep(reason instanceof Error ? reason.message : String(reason)))

addEventListener('message', ({ origin, source, data }) => {
  const frame = document.querySelector('firstline-launcher')?.shadowRoot?.querySelector('iframe')
  if (!frame?.contentWindow || source !== frame.contentWindow || origin !== new URL(frame.src).origin) return
  const asked: Partial<AboutErrors> | null = data
  if (asked?.firstlineErrors === 'which') frame.contentWindow.postMessage({ firstlineErrors: kept } satisfies AboutErrors, origin)
})

function keep(message: string, file = '') {
  const at = fileIn(file)
  kept.push(withoutQueries(message).slice(0, longest) + (at && ` (${at})`))
  kept.splice(0, kept.length - most)
}

/** Its path, and whose it is where that is another's. What stands behind them may say who somebody is. */
function fileIn(file: string): string {
  if (!URL.canParse(file)) return ''
  const { host, pathname } = new URL(file)
  return ((host === location.host ? '' : host) + pathname).slice(-longest / 2)
}

const withoutQueries = (message: string) => message.replace(/(https?:\/\/[^\s?#]*)[?#]\S*/g, '$1')
