import { Check } from 'lucide-preact'
import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { words } from '../words.ts'
import type { FieldIds } from './Field.tsx'

export interface Option {
  id: string
  text: string
  /** Stands quieter behind it. */
  hint?: string
}

interface ComboboxProps {
  ids: FieldIds
  /** How it is called where no label stands beside it. */
  label?: string
  /** What stands in it while nobody writes. */
  text: string
  placeholder?: string
  options: readonly Option[]
  chosen: string | null
  /** Told what is looked for, each time it changes. */
  onLook(written: string): void
  onChoose(id: string): void
  /** Wants the focus as it appears. */
  eager?: boolean
  /** Left without a choice. */
  onLeave?(): void
}

/** A field that finds one of many: write to narrow, arrows to move, Enter to choose, Escape to leave it as it was. */
export function Combobox({ ids, label, text, placeholder, options, chosen, onLook, onChoose, eager, onLeave }: ComboboxProps) {
  const list = useId()
  const input = useRef<HTMLInputElement>(null)
  const [written, setWritten] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const isOpen = written !== null
  useEffect(() => {
    if (!eager) return
    input.current?.focus()
    setWritten('')
  }, [eager])
  useEffect(() => {
    if (isOpen) document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [at, isOpen, list])

  const look = (wanted: string) => {
    setWritten(wanted)
    setAt(Math.max(0, wanted ? 0 : options.findIndex(({ id }) => id === chosen)))
    onLook(wanted)
  }
  const close = () => setWritten(null)
  const choose = (option: Option | undefined) => {
    if (!option) return
    close()
    onChoose(option.id)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && !event.altKey) {
      event.preventDefault()
      if (!isOpen) return look('')
      setAt((before) => (before + step + options.length) % Math.max(1, options.length))
    } else if (event.key === 'Enter' && isOpen && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      choose(options[at])
    } else if (event.key === 'Escape' && (isOpen || onLeave)) {
      event.preventDefault()
      event.stopPropagation()
      close()
      onLeave?.()
    }
  }

  return (
    <div class="combobox">
      <input
        {...ids}
        ref={input}
        role="combobox"
        aria-label={label}
        autoComplete="off"
        aria-expanded={isOpen}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && options[at] ? `${list}-${at}` : undefined}
        maxLength={200}
        placeholder={text || placeholder}
        value={written ?? text}
        onClick={() => isOpen || look('')}
        onInput={(event) => look(event.currentTarget.value)}
        onKeyDown={press}
        onBlur={() => {
          close()
          onLeave?.()
        }}
      />
      {isOpen && options.length === 0 && (
        <p class="none" role="status">
          {words.wrapUp.nothingFits}
        </p>
      )}
      <div id={list} role="listbox" tabIndex={-1} aria-label={words.wrapUp.choices} hidden={!isOpen || options.length === 0}>
        {isOpen &&
          options.map((option, place) => (
            <div
              key={option.id}
              id={`${list}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
              onKeyDown={press}
              onMouseMove={() => setAt(place)}
            >
              <span>{option.text}</span>
              {option.hint && <small>{option.hint}</small>}
              {option.id === chosen && <Check aria-hidden="true" />}
            </div>
          ))}
      </div>
    </div>
  )
}
