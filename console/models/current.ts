import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Where ways lie in a row that scrolls, the one that was taken is seen. */
export function useCurrentInView(row: RefObject<HTMLElement | null>, place: string | null) {
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current]')
    // Not everywhere that draws the console scrolls.
    current?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
  }, [row, place])
}
