import { type AttachedFile, pictures } from '../../shared/files.ts'
import type { Portion } from '../desk/files.ts'

/** How a stranger's file is handed over: to be saved, under its name, and never as something that a page may run or keep. */
export function safeHeaders({ name, type }: AttachedFile, what: Portion, size: number): Record<string, string> {
  return {
    'content-type': what === 'thumbnail' ? 'image/webp' : Object.values(pictures).includes(type) ? type : 'application/octet-stream',
    'content-length': String(size),
    'content-disposition': saveAs(what === 'thumbnail' ? `${name}.webp` : name),
    'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    // Computers are shared: nothing of it stays in a browser's cache.
    'cache-control': 'private, no-store',
  }
}

/** RFC 6266: plain letters for old programs, and the true name encoded. No letter of it can end the header. */
export const saveAs = (name: string) =>
  `attachment; filename="${name.replace(/[^ !#$&+.0-9A-Z^_`a-z{}~-]/g, '_')}"; filename*=UTF-8''${encoded(name)}`

const encoded = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
