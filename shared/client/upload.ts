import type { AttachedFile } from '../files.ts'
import { type RefusalCode, Refused } from '../refusal.ts'
import { NotReached } from './not-reached.ts'

interface Upload {
  to: string
  key: Record<string, string>
  file: File
  /** How much is there, from 0 to 1. */
  hear(share: number): void
  stop: AbortSignal
}

/** Sends one file. `fetch` cannot tell how far it is. */
export function upload({ to, key, file, hear, stop }: Upload): Promise<AttachedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const cut = () => reject(new NotReached('The file did not get through'))
    request.open('PUT', to)
    request.responseType = 'json'
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('file-name', encodeURIComponent(file.name.toWellFormed().slice(-255)))
    for (const [name, value] of Object.entries(key)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded }) => hear(Math.min(1, loaded / file.size))
    request.onload = () => (request.status === 201 ? resolve(request.response) : reject(noIn(request.status, request.response)))
    request.onerror = cut
    request.ontimeout = cut
    request.onabort = cut
    stop.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

/** A no of the desk's own is final; that of a proxy in between may pass, unless the file is too large for it. */
export function noIn(status: number, answer: { refusal?: RefusalCode } | null): Error {
  const code = answer?.refusal
  if (code) return new Refused(code)
  return status === 413 ? new Refused('file-too-large') : new NotReached(`Answered with ${status}`)
}

const usual = 20_000_000
let asked: Promise<number> | null = null

/** How many bytes a file may have here. While nobody can be asked, the usual number: the desk looks again. */
export function mostBytes(): Promise<number> {
  asked ??= ask()
  return asked.catch(() => {
    asked = null
    return usual
  })
}

async function ask(): Promise<number> {
  const answer = await fetch('/api/files')
  if (!answer.ok) throw noIn(answer.status, null)
  const { mostBytes }: { mostBytes: number } = await answer.json()
  return mostBytes
}
