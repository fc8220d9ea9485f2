import { icon } from '../../shared/ui/icon.tsx'

export { X } from '../../shared/ui/icon.tsx'

/** The icons of the first screens, as lucide draws them. */
export const ArrowRight = icon('arrow-right', 'M5 12h14', 'm12 5 7 7-7 7')
export const ChevronLeft = icon('chevron-left', 'm15 18-6-6 6-6')
export const Minus = icon('minus', 'M5 12h14')
export const WifiOff = icon(
  'wifi-off',
  'M12 20h.01',
  'M8.5 16.429a5 5 0 0 1 7 0',
  'M5 12.859a10 10 0 0 1 5.17-2.69',
  'M19 12.859a10 10 0 0 0-2.007-1.523',
  'M2 8.82a15 15 0 0 1 4.177-2.643',
  'M22 8.82a15 15 0 0 0-11.288-3.764',
  'm2 2 20 20',
)
export const RefreshCw = icon(
  'refresh-cw',
  'M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8',
  'M21 3v5h-5',
  'M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16',
  'M8 16H3v5',
)
