import { type Signal, signal } from '@preact/signals'
import { type ComponentChildren, createContext } from 'preact'
import { useEffect, useMemo, useRef } from 'preact/hooks'

/** Whether what is drawn here is seen. Where nobody tells, it is. */
export const InSight = createContext<Signal<boolean>>(signal(true))

const atOnce = 12

interface RowsProps<T> {
  class: string
  of: readonly T[]
  draw(one: T, place: number): ComponentChildren
}

/** A list of rows, a long one in several: only those in sight are laid out and painted, and only their clocks go. */
export function Rows<T>({ class: name, of, draw }: RowsProps<T>) {
  const starts = Array.from({ length: Math.ceil(of.length / atOnce) }, (_, at) => at * atOnce)
  return (
    <>
      {starts.map((start) => (
        <Some key={start} name={name} rows={of.slice(start, start + atOnce).map((one, at) => draw(one, start + at))} />
      ))}
    </>
  )
}

function Some({ name, rows }: { name: string; rows: ComponentChildren[] }) {
  const list = useRef<HTMLOListElement>(null)
  const inSight = useMemo(() => signal(true), [])
  useEffect(() => {
    if (!list.current || typeof IntersectionObserver === 'undefined') return
    // Browsers lay out three screens of rows, and the clocks of each.
    const observer = new IntersectionObserver((turns) => {
      inSight.value = turns.at(-1)?.isIntersecting === true
    })
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [inSight])
  return (
    <InSight.Provider value={inSight}>
      <ol ref={list} class={`rows ${name}`} style={{ '--rows': String(rows.length) }}>
        {rows}
      </ol>
    </InSight.Provider>
  )
}
