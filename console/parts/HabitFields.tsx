import { useState } from 'preact/hooks'
import { permission } from '../models/alerts.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'

/** How I like to work on this device: what sounds, what tells, which keys, and whether a message can be taken back. */
export function HabitFields({ session: { habits, bell } }: { session: Session }) {
  return (
    <fieldset class="choices habits">
      <legend>{words.shell.work}</legend>
      <Check label={words.shell.sound} on={bell.wanted.value} set={bell.set} />
      <div class="sounding">
        <label>
          {words.shell.volume}
          <input
            type="range"
            min={0}
            max={100}
            step={5}
            value={bell.volume.value}
            onInput={(event) => bell.setVolume(Number(event.currentTarget.value))}
          />
        </label>
        <button type="button" class="button" onClick={bell.play}>
          {words.shell.soundTry}
        </button>
        {!bell.unlocked.value && <small class="hint">{words.shell.soundLocked}</small>}
      </div>
      <Notify session={{ habits }} />
      <Check
        label={words.shell.undoSend}
        on={habits.undoSend.value}
        set={(on) => {
          habits.undoSend.value = on
        }}
      />
      <Check
        label={words.keys.single}
        on={habits.singleKeys.value}
        set={(on) => {
          habits.singleKeys.value = on
        }}
      />
    </fieldset>
  )
}

/** The browser asks only when a button was pressed for it. */
function Notify({ session: { habits } }: { session: Pick<Session, 'habits'> }) {
  const [allowed, setAllowed] = useState(permission())
  const set = (on: boolean) => {
    habits.notify.value = on
  }
  const ask = async () => {
    const now = await Notification.requestPermission()
    setAllowed(now)
    set(now === 'granted')
  }
  if (allowed === 'granted') return <Check label={words.shell.notifyOffers} on={habits.notify.value} set={set} />
  return (
    <p>
      {words.shell.notifyOffers}{' '}
      {allowed === 'default' ? (
        <button type="button" class="button" onClick={() => void ask()}>
          {words.shell.notifyAsk}
        </button>
      ) : (
        <small class="hint">{allowed === null ? words.shell.notifyNone : words.shell.notifyDenied}</small>
      )}
    </p>
  )
}

function Check({ label, on, set }: { label: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
