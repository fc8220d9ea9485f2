import type { diagnosticItems } from './consent-lists.ts'
import type { Entry } from './entry.ts'

/** An address that the widget may try to reach, and what it is called. */
export interface Probe {
  name: string
  url: string
}

/** A tool with which somebody sees another's screen, and the link that opens it. */
export interface RemoteTool {
  name: string
  link: string
}

/** What administrators listed for help from afar. */
export interface RemoteHelp {
  probes: Probe[]
  tools: RemoteTool[]
}

export const noRemoteHelp: RemoteHelp = { probes: [], tools: [] }

/** What a requester can be asked to agree to. */
export type Wanted = { what: 'diagnostics'; probes: Probe[] } | ({ what: 'remote' } & RemoteTool)

/** One of the list, or the place of a probe. */
export type DiagnosticItem = (typeof diagnosticItems)[number] | `probe-${number}`

/** One thing that somebody agreed to tell, under the words in which he saw it. */
export interface Found {
  item: DiagnosticItem
  label: string
  text: string
}

/** What a requester is asked to agree to now, or agreed to and that still goes on. */
export interface Consent {
  id: string
  by: string
  wanted: Wanted
  state: 'asked' | 'running'
}

/** What is asked, or goes on, after one more entry. */
export function consentAfter(consent: Consent | null, entry: Entry): Consent | null {
  switch (entry.kind) {
    case 'consent-asked':
      return { id: entry.consent, by: entry.by, wanted: entry.wanted, state: 'asked' }
    case 'consent-given':
      return consent && consent.wanted.what === 'remote' ? { ...consent, state: 'running' } : null
    case 'consent-refused':
    case 'consent-ended':
    case 'ended':
    case 'abandoned':
      return null
    default:
      return consent
  }
}

/** What changes of it with one more entry. */
export function agreedAfter({ consent = null }: { consent?: Consent | null }, entry: Entry): { consent?: Consent | null } {
  const after = consentAfter(consent, entry)
  return after === consent ? {} : { consent: after }
}
