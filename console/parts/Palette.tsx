import { Search } from 'lucide-preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Command } from '../models/commands.ts'
import { PaletteModel } from '../models/palette.ts'
import type { Session } from '../models/session.ts'
import { words } from '../words.ts'
import { Keys } from './Keys.tsx'

/** Everything of the console by a few letters: chats, people, tickets, actions, pages. */
export function Palette({ session }: { session: Session }) {
  const [palette] = useState(() => new PaletteModel(session))
  const [chosen, setChosen] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const shown = palette.shown.value
  const at = Math.min(chosen, Math.max(0, shown.length - 1))

  // At once: whoever types on is already writing in it.
  useLayoutEffect(() => {
    const shown = dialog.current
    const outside = (event: MouseEvent) => event.target === shown && session.overlay.close()
    shown?.showModal()
    shown?.addEventListener('click', outside)
    return () => {
      shown?.close()
      palette[Symbol.dispose]()
    }
  }, [palette, session])
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' }), [at])

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return
    const act = {
      ArrowDown: () => setChosen((at + 1) % Math.max(1, shown.length)),
      ArrowUp: () => setChosen((at + shown.length - 1) % Math.max(1, shown.length)),
      Home: () => setChosen(0),
      End: () => setChosen(shown.length - 1),
      Enter: () => shown[at] && palette.run(shown[at]),
    }[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  return (
    <dialog
      ref={dialog}
      class="palette"
      aria-label={words.keys.deeds.palette}
      onCancel={(event) => {
        event.preventDefault()
        session.overlay.close()
      }}
    >
      <div class="palette-field">
        <Search aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-list"
          aria-activedescendant={shown[at] ? `palette-${at}` : undefined}
          aria-label={words.keys.paletteLabel}
          placeholder={words.keys.paletteLabel}
          value={palette.typed.value}
          autocomplete="off"
          spellcheck={false}
          onInput={(event) => {
            palette.typed.value = event.currentTarget.value
            setChosen(0)
          }}
          onKeyDown={onKey}
        />
        <kbd>Esc</kbd>
      </div>
      <div id="palette-list" role="listbox" tabIndex={-1} aria-label={words.keys.deeds.palette} ref={list}>
        {shown.map((command, place) => (
          <Item key={command.id} command={command} place={place} isChosen={place === at} run={() => palette.run(command)} />
        ))}
      </div>
      <p class={shown.length > 0 ? 'sr-only' : 'empty'} role="status">
        {words.keys.found(shown.length)}
      </p>
    </dialog>
  )
}

function Item({ command, place, isChosen, run }: { command: Command; place: number; isChosen: boolean; run: () => void }) {
  return (
    <div
      id={`palette-${place}`}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onClick={run}
      onKeyDown={(event) => event.key === 'Enter' && run()}
    >
      <span class="group">{words.keys.groups[command.group]}</span>
      <b>{command.text}</b>
      <small>{command.hint}</small>
      {command.deed && <Keys of={command.deed} />}
    </div>
  )
}
