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

/** Whether a part of the page did not come although the server has it: a browser that was disappointed may ask no more. */
export const isIncomplete = signal(false)

/** Notices when a part that is fetched late does not come. Returns its undo. */
export function watchParts(): () => void {
  const failed = ({ reason }: PromiseRejectionEvent) => void miss(partIn(reason))
  window.addEventListener('unhandledrejection', failed)
  return () => window.removeEventListener('unhandledrejection', failed)
}

/** The address of the part that did not come, as far as the browser names it. */
export const partIn = (reason: unknown) => /https?:\/\/\S+\.js/.exec(String(reason))?.[0]

/** Finds out why a part of the page did not come: the line is down, the server has it no more, or the browser does not ask again. */
export async function miss(part: string | undefined): Promise<void> {
  const answer = part && (await fetch(part).catch(() => null))
  if (!answer) return
  if (answer.ok) isIncomplete.value = true
  else if (answer.status === 404) growOld()
}

/** Loads the page anew, if the server is there: a frame that found nobody could not try again. */
export function loadAnew() {
  fetch('/health/live').then(
    ({ ok }) => ok && location.reload(),
    () => {},
  )
}
