import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { type Drawn, type Line, linesAbout, linesOf } from './lines.ts'
import { Message, Note } from './Message.tsx'
import type { Place } from './place.ts'
import { heightOf, type Stretch } from './stretches.ts'
import type { Parts } from './useNear.ts'

export interface StretchProps extends Omit<Drawn, 'entries' | 'outgoing'> {
  stretch: Stretch
  /** Its neighbours decide where days begin and runs end. */
  before: Stretch | undefined
  after: Stretch | undefined
  parts: Parts
  place: Place
  log: RefObject<HTMLElement | null>
  again(id: string): void
  discard(id: string): void
}

/** The lines of a stretch of a timeline. */
export function StretchLines({ stretch, before, after, parts, place, log, again, discard, ...drawn }: StretchProps) {
  const part = useRef<HTMLDivElement>(null)

  // What comes into sight above the reader may be taller or lower than the place that was kept for it; he stays where he reads.
  useLayoutEffect(() => {
    const element = part.current
    const reader = log.current
    if (!element || !reader) return
    const kept = heightOf(stretch, place.heights)
    const grown = element.offsetHeight - kept
    if (grown !== 0 && element.offsetTop + kept <= reader.scrollTop + reader.clientHeight / 2) reader.scrollTop += grown
    parts.set(stretch.number, element)
    return () => {
      parts.delete(stretch.number)
    }
  }, [])

  return (
    // New lines come at the end; what is only drawn again is not news, and is not read out.
    <div ref={part} class="stretch" aria-live={after ? 'off' : undefined}>
      {linesIn(stretch, before, after, drawn).map((line) => (
        <Drawing key={line.key} line={line} nameOf={drawn.nameOf} again={again} discard={discard} />
      ))}
    </div>
  )
}

function linesIn(stretch: Stretch, before: Stretch | undefined, after: Stretch | undefined, drawn: Omit<Drawn, 'entries' | 'outgoing'>) {
  const around = [before, stretch, after].filter((one) => one !== undefined)
  const all = linesOf({ ...drawn, entries: around.flatMap(({ entries }) => entries), outgoing: around.flatMap(({ outgoing }) => outgoing) })
  return all.filter(linesAbout(stretch))
}

interface DrawingProps {
  line: Line
  nameOf: Drawn['nameOf']
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
