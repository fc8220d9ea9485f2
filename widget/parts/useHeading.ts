import { useEffect } from 'preact/hooks'

/** A new screen, or the widget's coming to the front, begins at its heading, unless the focus is somewhere sensible already. */
export function useHeading(shown: boolean, screen: string) {
  useEffect(() => {
    if (shown && (document.activeElement ?? document.body) === document.body) document.querySelector('h1')?.focus()
  }, [shown, screen])
}
