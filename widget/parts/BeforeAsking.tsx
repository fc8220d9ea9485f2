import { useLater } from '../../shared/ui/later.ts'
import type { Visit } from '../models/visit.ts'

/** Fetched where many have the same trouble. */
const loadIncidents = () => import('../incident.ts')

/** What many have now, before anybody asks about it once more. */
export function BeforeAsking({ visit, topic }: { visit: Visit; topic: string }) {
  const known = useLater(loadIncidents, Boolean(visit.reception.value?.incidents))
  return known ? <known.KnownIncidents visit={visit} topic={topic} /> : null
}
