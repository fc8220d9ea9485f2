import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Store } from '../../shared/client/storage.ts'

const repeatMs = 3_000
const key = 'firstline:console:sound'

/** Rings while an offer does, and stops at once with it. Browsers let a page sound only after somebody clicked or typed in it. */
export const BellModel = createModel((ringing: ReadonlySignal<boolean>, store: Store) => {
  const wanted = signal(store.get(key) !== 'off')
  const unlocked = signal(false)
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
    addEventListener('pointerdown', unlock)
    addEventListener('keydown', unlock)
    return () => {
      removeEventListener('pointerdown', unlock)
      removeEventListener('keydown', unlock)
    }
  })
  effect(() => {
    if (!ringing.value || !wanted.value || !unlocked.value) return
    play()
    const timer = setInterval(play, repeatMs)
    return () => clearInterval(timer)
  })
  effect(() => () => void audio?.close())

  /** Two soft tones, the second higher. */
  function play() {
    if (!audio) return
    tone(audio, 660, audio.currentTime)
    tone(audio, 880, audio.currentTime + 0.18)
  }

  return {
    wanted,
    unlocked,
    play,
    set(on: boolean) {
      wanted.value = on
      store.set(key, on ? 'on' : 'off')
    },
  }
})

export type Bell = InstanceType<typeof BellModel>

function tone(audio: AudioContext, hertz: number, at: number) {
  const voice = audio.createOscillator()
  const loudness = audio.createGain()
  voice.frequency.value = hertz
  loudness.gain.setValueAtTime(0.0001, at)
  loudness.gain.exponentialRampToValueAtTime(0.2, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.35)
  voice.connect(loudness).connect(audio.destination)
  voice.start(at)
  voice.stop(at + 0.4)
}
