import type { ComponentChildren } from 'preact'

interface HandedChoiceProps {
  title: ComponentChildren
  /** What is known of it. */
  facts: ComponentChildren
  isChosen: boolean
  choose(isChosen: boolean): void
  /** What whoever takes it must know. */
  line: string
  label: string
  write(line: string): void
}

/** One thing that goes to somebody else, or stays, with a line about it. */
export function HandedChoice({ title, facts, isChosen, choose, line, label, write }: HandedChoiceProps) {
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} onChange={(event) => choose(event.currentTarget.checked)} />
        {title}
      </label>
      {facts}
      {isChosen && (
        <div class="field">
          <textarea
            rows={1}
            maxLength={500}
            aria-label={label}
            placeholder={label}
            value={line}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </div>
      )}
    </li>
  )
}
