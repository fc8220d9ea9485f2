import { cspLines, scriptTag } from '../../models/page-code.ts'
import type { Session } from '../../models/session.ts'
import { CopyText } from '../../parts/CopyText.tsx'
import { words } from '../../words.ts'
import { OriginsForm } from '../settings/OriginsPage.tsx'

/** Where the widget will be, and the line to paste there. */
export function PageStep({ session }: { session: Session }) {
  return (
    <div class="stack">
      <OriginsForm session={session} />
      <CopyText label={words.settings.scriptTag} text={scriptTag(location.origin)} />
      <CopyText label={words.settings.cspLines} text={cspLines(location.origin)} />
    </div>
  )
}
