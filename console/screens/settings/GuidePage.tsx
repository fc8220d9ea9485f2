import { ArrowLeft } from 'lucide-preact'
import { useMemo } from 'preact/hooks'
import { newId } from '../../../shared/client/ids.ts'
import type { GuideContent } from '../../../shared/guide.ts'
import { words as laterWords } from '../../later-words.ts'
import { useAsked } from '../../models/asked.ts'
import type { Session } from '../../models/session.ts'
import { Loading } from '../../parts/Loading.tsx'
import { GuideEditor } from './GuideEditor.tsx'

type GuidePageProps = { session: Session; onClose: () => void } & ({ guide: string } | { content: GuideContent; id?: string })

/** One guide: as it is being written, and as its reader will go through it. */
export function GuidePage({ session, onClose, ...open }: GuidePageProps) {
  return (
    <>
      <p>
        <button type="button" class="link back-link" onClick={onClose}>
          <ArrowLeft aria-hidden="true" /> {laterWords.guides.back}
        </button>
      </p>
      {'guide' in open ? (
        <Known session={session} guide={open.guide} onClose={onClose} />
      ) : (
        <Fresh session={session} {...open} onClose={onClose} />
      )}
    </>
  )
}

function Known({ session, guide, onClose }: { session: Session; guide: string; onClose: () => void }) {
  const asked = useAsked(session.connection, 'guides:read', { guide })
  return (
    <Loading from={asked}>
      {(known) => <GuideEditor key={asked.turn} session={session} id={guide} known={known} onReload={asked.again} onClose={onClose} />}
    </Loading>
  )
}

interface FreshProps {
  session: Session
  content: GuideContent
  id?: string
  onClose: () => void
}

function Fresh({ session, content, id: given, onClose }: FreshProps) {
  const id = useMemo(() => given ?? newId(), [given])
  return <GuideEditor session={session} id={id} known={null} content={content} unsavedAs={given ?? 'new'} onClose={onClose} />
}
