let audio: AudioContext | null = null

/** Browsers let a page sound only once somebody has pressed something in it: from then on it can. */
export function allowChime() {
  const allow = () => {
    if ('AudioContext' in globalThis) audio ??= new AudioContext()
    removeEventListener('pointerdown', allow)
    removeEventListener('keydown', allow)
  }
  if (navigator.userActivation?.hasBeenActive) return allow()
  addEventListener('pointerdown', allow)
  addEventListener('keydown', allow)
}

/** Two soft tones, once, in one of however many tabs there are. */
export function chime() {
  if (!audio) return
  if (!navigator.locks) return sound(audio)
  const ours = audio
  void navigator.locks.request('firstline:chime', { ifAvailable: true }, async (lock) => {
    if (!lock) return
    sound(ours)
    await new Promise((resolve) => setTimeout(resolve, 2000))
  })
}

function sound(context: AudioContext) {
  for (const [at, pitch] of [660, 880].entries()) {
    const start = context.currentTime + at * 0.14
    const tone = context.createOscillator()
    const volume = context.createGain()
    tone.frequency.value = pitch
    volume.gain.setValueAtTime(0.08, start)
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3)
    tone.connect(volume).connect(context.destination)
    tone.start(start)
    tone.stop(start + 0.3)
  }
}
