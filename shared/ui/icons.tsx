import { icon, ring } from './icon.tsx'

/** The icons of talking, as lucide draws them. */
export const ArrowDown = icon('arrow-down', 'M12 5v14', 'm19 12-7 7-7-7')
export const ArrowUp = icon('arrow-up', 'm5 12 7-7 7 7', 'M12 19V5')
export const Check = icon('check', 'M20 6 9 17l-5-5')
export const CheckCheck = icon('check-check', 'M18 6 7 17l-5-5', 'm22 10-7.5 7.5L13 16')
export const ChevronRight = icon('chevron-right', 'm9 18 6-6-6-6')
export const Clock3 = icon('clock-3', ring, 'M12 6v6h4')
export const Download = icon('download', 'M12 15V3', 'M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4', 'm7 10 5 5 5-5')
export const FileText = icon(
  'file-text',
  'M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z',
  'M14 2v5a1 1 0 0 0 1 1h5',
  'M10 9H8',
  'M16 13H8',
  'M16 17H8',
)
export const Paperclip = icon(
  'paperclip',
  'm16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551',
)
export const RotateCw = icon('rotate-cw', 'M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8', 'M21 3v5h-5')
export const Smile = icon('face-slightly-smiling lucide-smile', 'M15 10V9', 'M16.472 15a6 6 0 01-8.943 0', 'M9 10V9', ring)
export const Star = icon(
  'star',
  'M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z',
)
export const Ticket = icon(
  'ticket',
  'M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2Z',
  'M13 5v2',
  'M13 17v2',
  'M13 11v2',
)
