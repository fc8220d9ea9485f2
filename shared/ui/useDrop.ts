import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'

/** Files may be dropped anywhere on the conversation around this element, which says so while they hover over it. */
export function useDrop(inside: RefObject<HTMLElement | null>, sentence: string, take: ((files: File[]) => void) | null) {
  useEffect(() => {
    const element = inside.current
    const place = element?.closest<HTMLElement>('article, section, main')
    if (!place || !take) return
    // It enters a child before it leaves the parent.
    let depth = 0
    const over = (by: number) => {
      depth = Math.max(0, depth + by)
      if (depth > 0) place.dataset.drop = sentence
      else delete place.dataset.drop
    }
    const entered = (event: DragEvent) => hasFiles(event) && over(1)
    const left = (event: DragEvent) => hasFiles(event) && over(-1)
    const hovers = (event: DragEvent) => hasFiles(event) && event.preventDefault()
    const dropped = (event: DragEvent) => {
      if (!hasFiles(event)) return
      event.preventDefault()
      over(-depth)
      take([...(event.dataTransfer?.files ?? [])])
    }
    place.addEventListener('dragenter', entered)
    place.addEventListener('dragleave', left)
    place.addEventListener('dragover', hovers)
    place.addEventListener('drop', dropped)
    return () => {
      over(-depth)
      place.removeEventListener('dragenter', entered)
      place.removeEventListener('dragleave', left)
      place.removeEventListener('dragover', hovers)
      place.removeEventListener('drop', dropped)
    }
  }, [inside, sentence, take])
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false
