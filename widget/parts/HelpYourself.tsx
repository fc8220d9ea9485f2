import { useEffect, useState } from 'preact/hooks'
import type { VisitAnswers } from '../../shared/protocol/visit.ts'
import { useLater } from '../../shared/ui/later.ts'
import { askBy } from '../models/asking.ts'
import type { Visit } from '../models/visit.ts'

/** A guide that can be begun without asking anybody. */
export type AtHand = VisitAnswers['visit:guides']['guides'][number]

const loadGuides = async () => {
  const part = await import('../guide.ts')
  await part.prepare()
  return part
}

/** Guides for whoever would rather help himself; nothing where there are none. */
export function HelpYourself({ visit }: { visit: Visit }) {
  const [guides, setGuides] = useState<AtHand[]>([])
  const connection = visit.connection.value
  useEffect(() => {
    const ask = async () => setGuides((await askBy(visit, 'visit:guides', {})).guides)
    // Without them one can still ask.
    if (connection) ask().catch(() => undefined)
  }, [visit, connection])
  const part = useLater(loadGuides, guides.length > 0)
  return part ? <part.GuidesAtHome visit={visit} guides={guides} /> : null
}
