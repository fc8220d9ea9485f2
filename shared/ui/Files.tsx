import { useContext } from 'preact/hooks'
import type { AttachedFile } from '../files.ts'
import { FilesOfChat } from './files-context.ts'
import { useLater } from './later.ts'

/** What draws the files of messages. */
export const listLater = () => import('./FileList.tsx')

/** The files of a message. What draws them comes when the first are to be seen; their places are kept until then. */
export function Files({ files, by }: { files: readonly AttachedFile[]; by: string }) {
  const later = useLater(listLater)
  const ours = useContext(FilesOfChat)
  if (later) return <later.FileList files={files} by={by} ours={ours} placeOf={placeOf} />
  return (
    <div class="files">
      {files.map((file) => (
        <canvas key={file.id} {...placeOf(file)} />
      ))}
    </div>
  )
}

const [widest, highest] = [240, 180]

/** How much room a file is drawn in: a picture small and in its own proportions, however large or long it is. */
function placeOf({ width, height }: AttachedFile) {
  if (!width || !height) return { width: widest, height: 46 }
  const scale = Math.min(1, widest / width, highest / height)
  return { width: Math.max(44, Math.round(width * scale)), height: Math.max(44, Math.round(height * scale)) }
}
