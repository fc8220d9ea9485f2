import { icon, ring } from './icon.tsx'

/** The icons of guides, as lucide draws them. */
export const Circle = icon('circle', ring)
export const CircleCheck = icon('circle-check', ring, 'm9 12 2 2 4-4')
export const CircleDot = icon('circle-dot', ring, 'M12 11a1 1 0 1 0 0 2 1 1 0 1 0 0-2')
export const CircleMinus = icon('circle-minus', ring, 'M8 12h8')
export const CircleX = icon('circle-x', ring, 'm15 9-6 6', 'm9 9 6 6')
export const Copy = icon(
  'copy',
  'M10 8h10a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2V10a2 2 0 0 1 2-2',
  'M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2',
)
export const ListChecks = icon('list-checks', 'M13 5h8', 'M13 12h8', 'M13 19h8', 'm3 17 2 2 4-4', 'm3 7 2 2 4-4')
