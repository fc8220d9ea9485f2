import { useEffect, useState } from 'preact/hooks'
import type { KnownIncident } from '../../shared/protocol/incident.ts'
import { askBy } from './asking.ts'
import type { Visit } from './visit.ts'

/** What is known of incidents now, asked again whenever the desk says that it changed. What cannot be heard now is heard the next time. */
export function useKnown(visit: Visit): readonly KnownIncident[] {
  const [known, know] = useState<readonly KnownIncident[]>([])
  const [stamp, line, me] = [visit.reception.value?.incidents, visit.line.value.kind, visit.me.value?.id]
  useEffect(() => {
    let isHere = true
    const hear = ({ incidents }: { incidents: readonly KnownIncident[] }) => isHere && know(incidents)
    if (stamp) askBy(visit, 'incident:known', {}).then(hear, () => {})
    else know([])
    return () => {
      isHere = false
    }
  }, [visit, stamp, line, me])
  return known
}

/** Those that whoever asks about this topic may have. */
export const knownFor = (known: readonly KnownIncident[], topic: string | null) =>
  known.filter(({ topics }) => !topic || topics.length === 0 || topics.includes(topic))
