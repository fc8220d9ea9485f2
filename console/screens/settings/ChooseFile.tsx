import { FileUp } from 'lucide-preact'
import { useCallback, useRef } from 'preact/hooks'
import { useDrop } from '../../../shared/ui/useDrop.ts'
import { words as laterWords } from '../../later-words.ts'

/** Opens the choice of files that the system has, or takes one that is dropped on the page. */
export function ChooseFile({ choose, isMain = true }: { choose: (file: File) => void; isMain?: boolean }) {
  const chooser = useRef<HTMLInputElement>(null)
  const take = useCallback(
    ([file]: File[]) => {
      if (file) choose(file)
    },
    [choose],
  )
  useDrop(chooser, laterWords.oneFile.drop, take)
  return (
    <>
      <button type="button" class={isMain ? 'button primary' : 'button'} onClick={() => chooser.current?.click()}>
        <FileUp aria-hidden="true" /> {laterWords.oneFile.choose}
      </button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          take([...(currentTarget.files ?? [])])
          // The same file once more, mended meanwhile, is a choice too.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
