import { bringReasons } from '../../shared/ui/reasons.ts'

/** Fetches what nobody needs before the first words are written, as soon as there is nothing better to do. */
export function bringLater() {
  const idle = window.requestIdleCallback ?? setTimeout
  idle(() => {
    const styles = document.createElement('link')
    styles.rel = 'stylesheet'
    styles.href = '/widget/later.css'
    document.head.append(styles)
    void bringReasons()
  })
}
