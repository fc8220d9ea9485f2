import { effect } from '@preact/signals'
import { isOutdated } from '../../shared/client/freshness.ts'

const reloadedKey = 'firstline:wall:reloaded'
const notAgainForMs = 10 * 60_000

/** Nobody sits before a wall: it keeps its screen awake, and loads itself anew when the help desk was renewed. Returns the undo. */
export function keepWall(): () => void {
  let lock: WakeLockSentinel | null = null
  let isOver = false
  const wake = async () => {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
    // Refused where the battery is low, or the browser does not want it.
    const got = await navigator.wakeLock.request('screen').catch(() => null)
    if (isOver) await got?.release()
    else lock = got
  }
  const seen = () => void wake()
  document.addEventListener('visibilitychange', seen)
  seen()
  const stop = effect(() => {
    if (isOutdated.value && mayReload()) location.reload()
  })
  return () => {
    isOver = true
    stop()
    document.removeEventListener('visibilitychange', seen)
    void lock?.release()
    if (document.fullscreenElement) void document.exitFullscreen()
  }
}

/** Once in a while: a page that is old for good would be loaded for ever. */
function mayReload(): boolean {
  const last = Number(sessionStorage.getItem(reloadedKey) ?? 0)
  if (Date.now() - last < notAgainForMs) return false
  sessionStorage.setItem(reloadedKey, String(Date.now()))
  return true
}

/** Fills the whole screen, where the browser lets it. */
export const fillScreen = () => void document.documentElement.requestFullscreen?.().catch(() => {})
