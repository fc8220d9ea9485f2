import { type ReadonlySignal, signal } from '@preact/signals'

/** Written in by the build: a word that differs whenever what browsers load differs. */
declare const firstlineBuild: string

/** Which build this page runs; undefined where nothing was built. */
export const build = typeof firstlineBuild === 'string' ? firstlineBuild : undefined

const outdated = signal(false)

/** Whether the server has moved on since this page was loaded. It is for its reader to load it anew, when it suits him. */
export const isOutdated: ReadonlySignal<boolean> = outdated

/** The server, or a part of the page that is no longer there, says that the page is old. */
export function growOld() {
  outdated.value = true
}

/** Notices when a part that is fetched late is gone, although the server is there. Returns its undo. */
export function watchParts(): () => void {
  const failed = ({ reason }: PromiseRejectionEvent) => void growOldWithout(reason)
  window.addEventListener('unhandledrejection', failed)
  return () => window.removeEventListener('unhandledrejection', failed)
}

/** What failed was a part of the page, and the server is there: it does not have that part any more, or the browser asks no more. */
export async function growOldWithout(reason: unknown): Promise<void> {
  if (!(reason instanceof TypeError && /module/i.test(reason.message))) return
  const isThere = await fetch('/health/live').then(
    ({ ok }) => ok,
    () => false,
  )
  if (isThere) growOld()
}
