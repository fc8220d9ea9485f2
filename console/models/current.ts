import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Where ways lie in a row that scrolls, the one that was taken is seen. */
export function useCurrentInView(row: RefObject<HTMLElement | null>, place: string | null) {
  useEffect(() => {
    const show = () => {
      const current = row.current?.querySelector('[aria-current]')
      // Not everywhere that draws the console scrolls.
      current?.scrollIntoView?.({ block: 'nearest', inline: 'center' })
    }
    show()
    // A window that becomes narrow turns the list into such a row.
    addEventListener('resize', show)
    return () => removeEventListener('resize', show)
  }, [row, place])
}
