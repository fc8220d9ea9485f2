import type { Store } from '../../shared/client/storage.ts'

/** How the console looks: like the system, or as its reader prefers. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const key = 'firstline:console:theme'

/** What was chosen on this device. */
export const themeOf = (store: Store): Theme => themes.find((theme) => theme === store.get(key)) ?? 'system'

/** Keeps a choice and shows it at once. */
export function chooseTheme(store: Store, theme: Theme) {
  store.set(key, theme)
  applyTheme(store)
}

/** Shows what was chosen. */
export function applyTheme(store: Store) {
  const theme = themeOf(store)
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
