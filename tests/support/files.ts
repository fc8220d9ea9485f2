import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import type { Lane } from '../../shared/entry.ts'
import type { AttachedFile } from '../../shared/files.ts'
import type { Person } from './desk.ts'

/** A picture of one colour. */
export const aPicture = (width = 800, height = 600, kind: 'png' | 'jpeg' | 'webp' | 'gif' = 'png'): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#0b7a75' } })
    .toFormat(kind)
    .toBuffer()

interface Key extends Pick<Person, 'credentials'> {
  cookie?: string | null
}

/** What somebody shows to the doors over HTTP. */
export const keyOf = ({ credentials, cookie }: Key): Record<string, string> =>
  credentials.as === 'requester' ? { authorization: `Bearer ${credentials.visit}` } : { cookie: cookie ?? '' }

interface Sending {
  name?: string
  lane?: Lane
  id?: string
  headers?: Record<string, string>
}

/** Sends a file as a browser does. */
export async function sendsFile(
  url: string,
  who: Key,
  conversation: string,
  content: Buffer | string,
  { name = 'screenshot.png', lane = 'public', id = randomUUID(), headers = {} }: Sending = {},
) {
  const answer = await fetch(`${url}/api/conversations/${conversation}/files/${id}?lane=${lane}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/octet-stream',
      'file-name': encodeURIComponent(name),
      origin: url,
      ...keyOf(who),
      ...headers,
    },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  })
  return { status: answer.status, id, answer: (await answer.json()) as Record<string, unknown> }
}

/** Sends a picture for a guide, as the console does. */
export async function sendsPicture(url: string, who: Key, guide: string, content: Buffer, { name = 'tray.png', id = randomUUID() } = {}) {
  const answer = await fetch(`${url}/api/guides/${guide}/pictures/${id}`, {
    method: 'PUT',
    headers: { ...keyOf(who), origin: url, 'content-type': 'application/octet-stream', 'file-name': encodeURIComponent(name) },
    body: new Uint8Array(content),
  })
  return { status: answer.status, id, answer: (await answer.json()) as AttachedFile & { refusal?: string } }
}

/** Asks for a file, or for the small picture of it. */
export const asksForFile = (url: string, who: Person, id: string, what = '') =>
  fetch(`${url}/api/files/${id}${what}`, { headers: { 'sec-fetch-site': 'same-origin', ...keyOf(who) } })
