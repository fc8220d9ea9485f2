import { useEffect, useState } from 'preact/hooks'
import type { Imported, Note, Problem } from '../../../shared/settings-file.ts'
import { noteIn, type SettingsFileWords, sentenceOf } from '../../../shared/settings-sentences.ts'
import type { OneFile } from '../../models/one-file.ts'
import { rowsOf } from '../../models/setting-changes.ts'
import { settingsFileWords } from '../../models/settings-file-words.ts'
import { words } from '../../words.ts'

interface FileOutcomeProps {
  file: OneFile
  name: string
  compared: Imported
}

/** What a file would change, setting by setting, with the button that does it; or everything that is wrong with it. */
export function FileOutcome({ file, name, compared }: FileOutcomeProps) {
  const [texts, setTexts] = useState<SettingsFileWords | null>(null)
  useEffect(() => void settingsFileWords().then(setTexts), [])
  if (!texts) return null
  const { problems } = compared
  if (problems) return <Wrong name={name} problems={problems} texts={texts} putAway={file.putAway} />
  const { changes, notes } = compared
  return (
    <>
      <p role="status" class="file-sum">
        {words.oneFile.compared(name, changes.length)}
      </p>
      <Notes notes={notes} texts={texts} />
      {changes.length > 0 && (
        <>
          <Changes rows={rowsOf(changes)} />
          <div class="buttons start">
            <button type="button" class="button primary" aria-disabled={file.isBusy.value} onClick={() => void file.apply()}>
              {words.oneFile.apply(changes.length)}
            </button>
            <button type="button" class="button" onClick={file.putAway}>
              {words.oneFile.putAway}
            </button>
          </div>
        </>
      )}
    </>
  )
}

function Changes({ rows }: { rows: ReturnType<typeof rowsOf> }) {
  const { what, setting, was, willBe } = words.oneFile
  return (
    <div class="table-room">
      <table class="stacks file-changes">
        <thead>
          <tr>
            <th>{what}</th>
            <th>{setting}</th>
            <th>{was}</th>
            <th class="grow">{willBe}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td class="wrap">{row.where}</td>
              <td class="wrap">{row.setting}</td>
              <td class="wrap" data-label={row.was && was}>
                {row.was && <del>{row.was}</del>}
              </td>
              <td class="wrap grow" data-label={willBe}>
                <ins>{row.willBe}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Notes({ notes, texts }: { notes: readonly Note[]; texts: SettingsFileWords }) {
  if (notes.length === 0) return null
  return (
    <ul class="file-notes">
      {notes.map((note) => (
        <li key={`${note.what} ${note.of}`}>{noteIn(note, texts)}</li>
      ))}
    </ul>
  )
}

interface WrongProps {
  name: string
  problems: readonly Problem[]
  texts: SettingsFileWords
  putAway: () => void
}

function Wrong({ name, problems, texts, putAway }: WrongProps) {
  const sentences = problems.map((problem) => sentenceOf(problem, texts, (code) => words.refused[code]))
  return (
    <>
      <div class="said bad" role="alert">
        {words.oneFile.wrong(name, problems.length)}
      </div>
      <ul class="file-wrong">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div class="buttons start">
        <button type="button" class="button" onClick={putAway}>
          {words.oneFile.putAway}
        </button>
      </div>
    </>
  )
}
