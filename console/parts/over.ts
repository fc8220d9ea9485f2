import { IncidentDialog } from './incidents/IncidentDialog.tsx'
import { KeySheet } from './KeySheet.tsx'
import { Palette } from './Palette.tsx'

/** What lies over the whole desk. */
export const over = { palette: Palette, sheet: KeySheet, incident: IncidentDialog }
