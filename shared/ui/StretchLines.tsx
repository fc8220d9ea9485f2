import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Drawn, type Line, linesAbout, linesOf } from './lines.ts'
import { Message, Note } from './Message.tsx'
import type { Place } from './place.ts'
import type { Sight } from './sight.ts'
import { heightOf, type Stretch } from './stretches.ts'

export interface StretchProps extends Omit<Drawn, 'entries' | 'outgoing'> {
  stretch: Stretch
  /** Its neighbours decide where days begin and runs end. */
  before: Stretch | undefined
  after: Stretch | undefined
  startsNear: boolean
  sight: Sight
  place: Place
  log: RefObject<HTMLElement | null>
  again(id: string): void
  discard(id: string): void
}

/** A stretch of a timeline: its lines while it is near what is seen, an empty place of its height otherwise. */
export function StretchLines({ stretch, before, after, startsNear, sight, place, log, again, discard, ...drawn }: StretchProps) {
  const part = useRef<HTMLDivElement>(null)
  const [isNear, setNear] = useState(startsNear)
  const isLast = after === undefined
  const isDrawn = isNear || isLast
  const stood = useRef<number | null>(null)

  useEffect(() => {
    const element = part.current
    if (!element) return
    return sight.watch(element, (near) => {
      // Whoever has the focus in it would lose it with the lines; and a log that is not shown at all has no heights.
      if (!near && (element.offsetHeight === 0 || element.contains(document.activeElement))) return
      if (!near) place.heights.set(stretch.number, element.offsetHeight)
      setNear(near)
    })
  }, [sight, place, stretch.number])

  // What comes into sight above the reader may be taller or lower than the place that was kept for it; he stays where he reads.
  useLayoutEffect(() => {
    const element = part.current
    const reader = log.current
    if (!element || !reader) return
    if (isDrawn && stood.current !== null) {
      const grown = element.offsetHeight - stood.current
      if (grown !== 0 && element.offsetTop + stood.current <= reader.scrollTop + reader.clientHeight / 2) reader.scrollTop += grown
    }
    stood.current = isDrawn ? null : heightOf(stretch, place.heights)
  }, [isDrawn])

  if (!isDrawn) return <div ref={part} class="stretch" style={{ height: `${heightOf(stretch, place.heights)}px` }} />
  return (
    // New lines come at the end; what is only drawn again is not news, and is not read out.
    <div ref={part} class="stretch" aria-live={isLast ? undefined : 'off'} style={{ height: '' }}>
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
