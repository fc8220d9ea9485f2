import { icon } from '../../shared/ui/icon.tsx'

/** The icons of articles, as lucide draws them. */
export const ArrowLeft = icon('arrow-left', 'm12 19-7-7 7-7', 'M19 12H5')
export const BookOpen = icon(
  'book-open',
  'M12 7v14',
  'M3 18a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h5a4 4 0 0 1 4 4 4 4 0 0 1 4-4h5a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-6a3 3 0 0 0-3 3 3 3 0 0 0-3-3z',
)
