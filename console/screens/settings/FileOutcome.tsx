import type { Imported, Problem } from '../../../shared/settings-file.ts'
import type { SettingsFileWords } from '../../../shared/settings-sentences.ts'
import { words as laterWords } from '../../later-words.ts'
import type { OneFile } from '../../models/one-file.ts'
import { ToTrial } from '../../parts/ToTrial.tsx'
import { FileNotes, FileProblems, useFileWords } from './FileSentences.tsx'
import { SettingChanges } from './SettingChanges.tsx'

interface FileOutcomeProps {
  file: OneFile
  name: string
  compared: Imported
}

/** What a file would change, setting by setting, with the button that does it; or everything that is wrong with it. */
export function FileOutcome({ file, name, compared }: FileOutcomeProps) {
  const texts = useFileWords()
  if (!texts) return null
  const { problems } = compared
  if (problems) return <Wrong name={name} problems={problems} texts={texts} putAway={file.putAway} />
  const { changes, notes } = compared
  return (
    <>
      <p role="status" class="file-sum">
        {laterWords.oneFile.compared(name, changes.length)}
      </p>
      <FileNotes notes={notes} texts={texts} />
      {changes.length > 0 && (
        <>
          <SettingChanges changes={changes} />
          <div class="buttons start">
            <button type="button" class="button primary" aria-disabled={file.isBusy.value} onClick={() => void file.apply()}>
              {laterWords.oneFile.apply(changes.length)}
            </button>
            <ToTrial />
            <button type="button" class="button" onClick={file.putAway}>
              {laterWords.oneFile.putAway}
            </button>
          </div>
        </>
      )}
    </>
  )
}

interface WrongProps {
  name: string
  problems: readonly Problem[]
  texts: SettingsFileWords
  putAway: () => void
}

function Wrong({ name, problems, texts, putAway }: WrongProps) {
  return (
    <>
      <div class="said bad" role="alert">
        {laterWords.oneFile.wrong(name, problems.length)}
      </div>
      <FileProblems problems={problems} texts={texts} />
      <div class="buttons start">
        <button type="button" class="button" onClick={putAway}>
          {laterWords.oneFile.putAway}
        </button>
      </div>
    </>
  )
}
