import { useEffect, useState } from 'preact/hooks'
import type { Note, Problem } from '../../../shared/settings-file.ts'
import { noteIn, type SettingsFileWords, sentenceOf } from '../../../shared/settings-sentences.ts'
import { settingsFileWords } from '../../models/settings-file-words.ts'
import { words } from '../../words.ts'

/** The words in which a settings file is spoken of, once they are there. */
export function useFileWords(): SettingsFileWords | null {
  const [texts, setTexts] = useState<SettingsFileWords | null>(null)
  useEffect(() => void settingsFileWords().then(setTexts), [])
  return texts
}

/** What is worth knowing of a settings file besides what it changes. */
export function FileNotes({ notes, texts }: { notes: readonly Note[]; texts: SettingsFileWords }) {
  if (notes.length === 0) return null
  return (
    <ul class="file-notes">
      {notes
        .map((note) => noteIn(note, texts))
        .map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
    </ul>
  )
}

/** Everything that is wrong with a settings file, at its place. */
export function FileProblems({ problems, texts }: { problems: readonly Problem[]; texts: SettingsFileWords }) {
  const sentences = problems.map((problem) => sentenceOf(problem, texts, (code) => words.refused[code]))
  return (
    <ul class="file-wrong">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
