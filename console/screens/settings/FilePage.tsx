import { Download } from 'lucide-preact'
import { useCallback, useState } from 'preact/hooks'
import { http } from '../../http.ts'
import { words as laterWords } from '../../later-words.ts'
import { createOneFile, type OneFile } from '../../models/one-file.ts'
import type { Session } from '../../models/session.ts'
import { words } from '../../words.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { FileOutcome } from './FileOutcome.tsx'

/** All settings as one file: to take along, to hold against the desk, and to set the desk up by. */
export function FilePage({ session }: { session: Session }) {
  const { takeAlong, notices, unsaved } = session
  const [file] = useState(() => createOneFile({ http, notices, unsaved: unsaved.of('file') }))
  const choose = useCallback((one: File) => void file.choose(one), [file])
  const save = () =>
    takeAlong.save('/api/settings-file').then((saved) => {
      if (saved) notices.tell(laterWords.oneFile.saved)
    }, notices.refused)
  return (
    <>
      <h2>{words.settings.pages.file}</h2>
      <p class="hint">{laterWords.oneFile.hint}</p>
      <div class="buttons start">
        <button type="button" class="button" onClick={() => void save()}>
          <Download aria-hidden="true" /> {laterWords.oneFile.save}
        </button>
        <ChooseFile choose={choose} />
      </div>
      <p class="hint">{laterWords.oneFile.chooseHint}</p>
      <Standing file={file} />
    </>
  )
}

/** What came of the file so far. */
function Standing({ file }: { file: OneFile }) {
  const chosen = file.chosen.value
  const refusal = file.refusal.value
  return (
    <>
      {refusal && (
        <p class="said bad" role="alert">
          {words.refused[refusal]}
          <button type="button" class="link" onClick={() => void file.compare()}>
            {laterWords.oneFile.anew}
          </button>
        </p>
      )}
      {chosen && !chosen.compared && file.isBusy.value && <p role="status">{laterWords.oneFile.reading}</p>}
      {chosen?.compared && <FileOutcome file={file} name={chosen.name} compared={chosen.compared} />}
    </>
  )
}
