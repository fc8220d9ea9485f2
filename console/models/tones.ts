/** A tone: how high, and how long after the beginning. */
type Note = [hertz: number, after: number]

/** Something that can be told apart without looking. */
export const tones = {
  /** Two tones, the second higher: somebody asks for help. */
  offer: [
    [660, 0],
    [880, 0.18],
  ],
  /** One soft tone: a message in a chat of mine that I do not look at. */
  message: [[520, 0]],
} as const satisfies Record<string, readonly Note[]>

export type Tone = keyof typeof tones

/** Sounds one of them; `volume` goes from 0 to 1. */
export function sound(audio: AudioContext, tone: Tone, volume: number) {
  for (const [hertz, after] of tones[tone]) note(audio, hertz, audio.currentTime + after, Math.max(0.0002, volume * 0.4))
}

function note(audio: AudioContext, hertz: number, at: number, loud: number) {
  const voice = audio.createOscillator()
  const loudness = audio.createGain()
  voice.frequency.value = hertz
  loudness.gain.setValueAtTime(0.0001, at)
  loudness.gain.exponentialRampToValueAtTime(loud, at + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + 0.35)
  voice.connect(loudness).connect(audio.destination)
  voice.start(at)
  voice.stop(at + 0.4)
}
