import type { AttachedFile } from '../files.ts'
import type { AttachingSetup } from './attaching.ts'
import { NotReached } from './not-reached.ts'
import { untilAnswered } from './retry.ts'
import { noIn } from './upload.ts'

/** Shows and saves files: fetched with the key of whoever asks, and shown from memory. */
export interface Showing {
  /** The address of a picture of it that can be drawn. Asked for until the desk gives it or says no. */
  thumbnail(id: string): Promise<string>
  whole(file: AttachedFile): Promise<string>
  save(file: AttachedFile): Promise<void>
  /** This picture is at hand. */
  know(id: string, address: string): void
  dispose(): void
}

/** So many pictures are kept in memory for one conversation. */
const most = 120

export function createShowing({ connection, key }: Pick<AttachingSetup, 'connection' | 'key'>): Showing {
  const ending = new AbortController()
  const addresses = new Map<string, Promise<string>>()

  function remember(what: string, address: Promise<string>) {
    addresses.set(what, address)
    address.catch(() => addresses.delete(what))
    const [oldest] = addresses
    if (addresses.size > most && oldest) forget(...oldest)
    return address
  }
  function forget(what: string, address: Promise<string>) {
    addresses.delete(what)
    void address.then((url) => URL.revokeObjectURL(url)).catch(() => {})
  }

  const ask = async (path: string) => {
    const answer = await fetch(`/api/files/${path}`, { headers: key, cache: 'no-store' }).catch(() => {
      throw new NotReached('The server cannot be reached')
    })
    if (!answer.ok) throw noIn(answer.status, await answer.json().catch(() => null))
    return answer.blob()
  }
  const addressOf = (what: string, path: string) =>
    addresses.get(what) ??
    remember(
      what,
      untilAnswered(connection, () => ask(path), ending.signal).then((blob) => URL.createObjectURL(blob)),
    )

  return {
    thumbnail: (id) => addressOf(id, `${id}/thumbnail`),
    whole: ({ id }) => addressOf(`${id} whole`, id),
    know: (id, address) => void remember(id, Promise.resolve(address)),
    async save({ id, name }) {
      const address = URL.createObjectURL(await ask(id))
      const link = document.createElement('a')
      link.href = address
      link.download = name
      link.click()
      // The browser has taken the file by the next turn at the latest.
      setTimeout(() => URL.revokeObjectURL(address), 1_000)
    },
    dispose() {
      ending.abort()
      for (const one of addresses) forget(...one)
    },
  }
}
