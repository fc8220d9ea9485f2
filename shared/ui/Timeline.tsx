import { ArrowDown } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { type Drawn, type Line, linesOf, type NameOf } from './lines.ts'
import { Message, Note } from './Message.tsx'
import { useEnd } from './useEnd.ts'
import { words } from './words.ts'

export interface TimelineProps extends Drawn {
  /** What this log is, for those who hear it. */
  label: string
  typing: readonly string[]
  more: boolean
  loadingOlder: boolean
  older(): Promise<void>
  again(id: string): void
  discard(id: string): void
  /** Told whether the newest line is in view. */
  onEnd(isAtEnd: boolean): void
  /** What stands below the last line, such as a place in the line. */
  children?: ComponentChildren
}

/** Everything that was said and done, as people read it. New lines are read out politely. */
export function Timeline({ label, typing, more, loadingOlder, older, again, discard, onEnd, children, ...drawn }: TimelineProps) {
  const lines = linesOf(drawn)
  const { log, isAtEnd, toEnd } = useEnd(lines[0]?.key, lines.length + typing.length, onEnd)
  return (
    <div class="timeline">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="log" role="log" aria-live="polite" aria-label={label} aria-busy={loadingOlder} tabIndex={0} ref={log}>
        {more ? (
          <button type="button" class="button older" disabled={loadingOlder} onClick={() => void older()}>
            {loadingOlder ? words.loadingOlder : words.older}
          </button>
        ) : null}
        {lines.map((line) => (
          <Drawing key={line.key} line={line} nameOf={drawn.nameOf} again={again} discard={discard} />
        ))}
        {children}
      </div>
      <Writing names={typing.map(drawn.nameOf)} />
      {isAtEnd ? null : (
        <button type="button" class="to-newest" aria-label={words.toNewest} onClick={toEnd}>
          <ArrowDown size={18} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}

interface DrawingProps {
  line: Line
  nameOf: NameOf
  again(id: string): void
  discard(id: string): void
}

function Drawing({ line, ...verbs }: DrawingProps) {
  switch (line.kind) {
    case 'day':
      return <div class="day">{line.day}</div>
    case 'event':
      return <div class="event">{line.text}</div>
    case 'note':
      return <Note line={line} {...verbs} />
    case 'message':
      return <Message line={line} {...verbs} />
  }
}

/** Beside the log, so that its coming and going is not read out. */
function Writing({ names }: { names: string[] }) {
  if (names.length === 0) return null
  return (
    <div class="writing">
      <span class="dots" aria-hidden="true">
        <s />
        <s />
        <s />
      </span>
      {words.writing(names)}
    </div>
  )
}
