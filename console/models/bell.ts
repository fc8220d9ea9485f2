import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'
import { afterPaint } from './after-paint.ts'
import { soundingTab } from './one-tab.ts'
import { sound, type Tone } from './tones.ts'

const repeatMs = 3_000
const key = 'firstline:console:sound'
const volumeKey = 'firstline:console:volume'

/** Rings while an offer does, and stops at once with it. Browsers let a page sound only after somebody clicked or typed in it. */
export const BellModel = createModel((ringing: ReadonlySignal<boolean>, store: Store) => {
  const wanted = signal(store.get(key) !== 'off')
  const volume = signal(volumeIn(store))
  const unlocked = signal(false)
  // With the console open in two tabs, one of them sounds.
  const tab = soundingTab('firstline:bell')
  let audio: AudioContext | null = null

  function unlock() {
    if (!('AudioContext' in globalThis)) return
    audio ??= new AudioContext()
    void audio.resume().then(() => {
      unlocked.value = audio?.state === 'running'
    })
  }
  effect(() => {
    if (unlocked.value) return
    // The first one takes a device's time: what was pressed is drawn before.
    // And where there is none, not each letter asks again.
    let asked = Number.NEGATIVE_INFINITY
    const soon = () => {
      if (performance.now() - asked < repeatMs) return
      asked = performance.now()
      afterPaint(unlock)
    }
    addEventListener('pointerdown', soon)
    addEventListener('keydown', soon)
    return () => {
      removeEventListener('pointerdown', soon)
      removeEventListener('keydown', soon)
    }
  })
  effect(() => {
    if (!ringing.value || !wanted.value || !unlocked.value || !tab.isIt.value) return
    play('offer')
    const timer = setInterval(() => play('offer'), repeatMs)
    return () => clearInterval(timer)
  })
  effect(() => () => {
    tab.leave()
    void audio?.close()
  })

  function play(tone: Tone) {
    if (audio) sound(audio, tone, volume.peek() / 100)
  }

  return {
    wanted,
    unlocked,
    volume,
    unlock,
    play: () => play('offer'),
    /** A message came in a chat that nobody looks at. */
    message() {
      if (wanted.peek() && unlocked.peek() && tab.isIt.peek()) play('message')
    },
    set(on: boolean) {
      wanted.value = on
      store.set(key, on ? 'on' : 'off')
    },
    setVolume(percent: number) {
      volume.value = percent
      store.set(volumeKey, String(percent))
    },
  }
})

export type Bell = InstanceType<typeof BellModel>

const volumeIn = (store: Store) => {
  const kept = Number(store.get(volumeKey) ?? 50)
  return kept >= 0 && kept <= 100 ? kept : 50
}
