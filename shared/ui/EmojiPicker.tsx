import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type EmojiGroup, emoji } from './emoji.ts'
import { words } from './words.ts'

const groups = Object.entries(emoji).map(([name, all]) => ({ name: name as EmojiGroup, all: all.split(' ') }))
const everything = groups.flatMap(({ all }) => all)

/** A small choice of emoji. Arrow keys walk through it, Enter takes one, Escape closes it. */
export function EmojiPicker({ pick, close }: { pick(one: string): void; close(): void }) {
  const panel = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const buttons = () => [...(panel.current?.querySelectorAll('button') ?? [])]

  useLayoutEffect(() => buttons()[0]?.focus(), [])
  useEffect(() => {
    const pressed = (event: PointerEvent) => {
      if (event.target instanceof Node && !panel.current?.parentElement?.contains(event.target)) close()
    }
    document.addEventListener('pointerdown', pressed)
    return () => document.removeEventListener('pointerdown', pressed)
  }, [close])

  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      // It is the choice that closes, and nothing around it.
      event.preventDefault()
      event.stopPropagation()
      return close()
    }
    const to = nextPlace(event.key, at, buttons())
    if (to === null) return
    event.preventDefault()
    setAt(to)
    buttons()[to]?.focus()
  }

  return (
    <div ref={panel} class="emoji-picker" role="dialog" aria-label={words.emoji.title} onKeyDown={walk}>
      {groups.map(({ name, all }) => (
        <section key={name} aria-label={words.emoji[name]}>
          <h3>{words.emoji[name]}</h3>
          <div class="grid">
            {all.map((one) => {
              const place = everything.indexOf(one)
              return (
                <button key={one} type="button" tabIndex={place === at ? 0 : -1} onFocus={() => setAt(place)} onClick={() => pick(one)}>
                  {one}
                </button>
              )
            })}
          </div>
        </section>
      ))}
    </div>
  )
}

/** Left and right follow the direction of writing; up and down go to what lies nearest. */
function nextPlace(key: string, at: number, buttons: HTMLElement[]): number | null {
  const forwards = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const backwards = forwards === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft'
  switch (key) {
    case forwards:
      return Math.min(at + 1, buttons.length - 1)
    case backwards:
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return buttons.length - 1
    case 'ArrowDown':
      return inNextRow(at, buttons, 1)
    case 'ArrowUp':
      return inNextRow(at, buttons, -1)
    default:
      return null
  }
}

function inNextRow(at: number, buttons: HTMLElement[], step: 1 | -1): number {
  const [left, top] = [buttons[at]?.offsetLeft ?? 0, buttons[at]?.offsetTop ?? 0]
  const beyond = buttons.flatMap((one, place) =>
    (one.offsetTop - top) * step > 0 ? [{ place, row: one.offsetTop, away: Math.abs(one.offsetLeft - left) }] : [],
  )
  const [nearest] = beyond.sort((one, other) => (one.row - other.row) * step || one.away - other.away)
  return nearest?.place ?? at
}
