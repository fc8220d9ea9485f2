/** What the administrator sees, in one piece: the settings, the first minutes, and the welcome of colleagues. */
export { Settings } from './Settings.tsx'
export { Setup } from './Setup.tsx'
export { Welcome } from './Welcome.tsx'
