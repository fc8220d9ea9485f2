import { useEffect, useState } from 'preact/hooks'
import type { Attachment } from '../client/attaching.ts'
import type { Trouble } from '../client/choosing.ts'
import type { FileDesk } from '../client/file-desk.ts'
import type { Lane } from '../entry.ts'
import { endingOf, pictures } from '../files.ts'
import { listLater } from './Files.tsx'
import { X } from './icon.tsx'
import { FileText, RotateCw } from './icons.tsx'
import { fetchNow } from './later.ts'
import { sizeOf } from './sizes.ts'
import { words } from './words.ts'

/** What goes along with the next message: how far each file is, and what was not taken. */
export function Attached({ desk: files, lane }: { desk: FileDesk; lane: Lane }) {
  const drafted = files.drafted(lane)
  // What is attached is seen in its message, even if the line is down by then.
  useEffect(() => {
    if (drafted.length > 0) void fetchNow(listLater)
  }, [drafted.length])
  if (drafted.length === 0 && files.troubles.value.length === 0) return null
  return (
    <div class="attached">
      {files.troubles.value.length > 0 ? <Troubles troubles={files.troubles.value} forget={files.forgetTroubles} /> : null}
      {drafted.length > 0 ? (
        <ul aria-label={words.files.attached}>
          {drafted.map((one) => (
            <Chip key={one.id} one={one} files={files} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Chip({ one, files }: { one: Attachment; files: FileDesk }) {
  const standing = files.standing(one)
  const progress = files.progress(one.id)
  const isBad = standing === 'refused' || standing === 'lost'
  return (
    <li class={isBad ? 'bad' : ''}>
      <Preview one={one} files={files} isLost={standing === 'lost'} />
      <span class="name">{one.facts?.name ?? one.name}</span>
      <span class="how" role={isBad ? 'alert' : undefined}>
        {one.refused ? words.refused[one.refused] : standing === 'lost' ? words.files.lost : sizeOf(one.size)}
      </span>
      {standing === 'sending' ? <progress value={progress ?? undefined} aria-label={words.files.sending(one.name)} /> : null}
      {standing === 'refused' && progress === null && one.refused !== 'file-type' && one.refused !== 'picture-too-large' ? (
        <button type="button" class="icon-button" aria-label={words.files.again(one.name)} onClick={() => files.again(one.id)}>
          <RotateCw size={16} aria-hidden="true" />
        </button>
      ) : null}
      <button
        type="button"
        class="icon-button"
        aria-label={standing === 'sending' ? words.files.cancel(one.name) : words.files.remove(one.name)}
        onClick={() => files.remove(one.id)}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </li>
  )
}

function Preview({ one, files, isLost }: { one: Attachment; files: FileDesk; isLost: boolean }) {
  const [address, setAddress] = useState<string | null>(null)
  const isPicture = !isLost && !one.refused && (one.facts ? Boolean(one.facts.width) : looksLikePicture(one.name))
  const isThere = one.facts !== null || files.progress(one.id) !== null
  useEffect(() => {
    if (!isPicture || !isThere) return
    let isHere = true
    files.thumbnail(one.id).then(
      (url) => isHere && setAddress(url),
      () => {},
    )
    return () => {
      isHere = false
    }
  }, [files, one.id, isPicture, isThere])
  if (isPicture && address) return <img src={address} alt="" width={36} height={36} />
  return <FileText size={18} aria-hidden="true" />
}

const looksLikePicture = (name: string) => ['jpeg', 'jfif', ...Object.keys(pictures)].includes(endingOf(name))

/** Why some files were not taken. */
export function Troubles({ troubles, forget }: { troubles: readonly Trouble[]; forget(): void }) {
  return (
    <div class="troubles" role="alert">
      <div>
        {troubles.map((one) => (
          <p key={`${one.name} ${one.why}`}>{sentenceOf(one)}</p>
        ))}
      </div>
      <button type="button" class="icon-button" aria-label={words.files.understood} onClick={forget}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  )
}

function sentenceOf({ name, why, mostBytes }: Trouble): string {
  switch (why) {
    case 'most-files':
      return words.files.most
    case 'file-too-large':
      return words.files.tooLarge(name, sizeOf(mostBytes))
    default:
      return `${name}: ${words.refused[why]}`
  }
}
