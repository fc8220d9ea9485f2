import { useCallback, useRef, useState } from 'preact/hooks'
import { choose, type Trouble } from '../../shared/client/choosing.ts'
import { mostFiles } from '../../shared/files.ts'
import { Troubles } from '../../shared/ui/Attached.tsx'
import { X } from '../../shared/ui/icon.tsx'
import { FileText } from '../../shared/ui/icons.tsx'
import { sizeOf } from '../../shared/ui/sizes.ts'
import { useDrop } from '../../shared/ui/useDrop.ts'
import { AttachButton, usePaste } from '../../shared/ui/WritingTools.tsx'
import { words as shared } from '../../shared/ui/words.ts'
import type { Visit } from '../models/visit.ts'
import { HelpYourself } from './HelpYourself.tsx'

/** What comes with a first message, once it is fetched: guides to try before, and files, which are sent as soon as there is a conversation to send them to. */
export function AskFiles({ visit }: { visit: Visit }) {
  const place = useRef<HTMLDivElement>(null)
  const [troubles, setTroubles] = useState<readonly Trouble[]>([])
  const chosen = visit.chosen.value
  const attach = useCallback(
    async (given: File[]) => {
      const { fine, troubles } = await choose(given, visit.chosen.peek().length)
      visit.chosen.value = [...visit.chosen.peek(), ...fine]
      setTroubles(troubles)
    },
    [visit],
  )
  useDrop(place, shared.files.drop, attach)
  usePaste(place, attach)
  return (
    <div ref={place} class="attached">
      <HelpYourself visit={visit} />
      {troubles.length > 0 ? <Troubles troubles={troubles} forget={() => setTroubles([])} /> : null}
      {chosen.length > 0 ? (
        <ul aria-label={shared.files.attached}>
          {chosen.map((file) => (
            <li key={file}>
              <FileText size={18} aria-hidden="true" />
              <span class="name">{file.name}</span>
              <span class="how">{sizeOf(file.size)}</span>
              <button
                type="button"
                class="icon-button"
                aria-label={shared.files.remove(file.name)}
                onClick={() => {
                  visit.chosen.value = chosen.filter((one) => one !== file)
                }}
              >
                <X size={16} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <AttachButton attach={(files) => void attach(files)} disabled={chosen.length >= mostFiles} isNamed />
    </div>
  )
}
