import { z } from 'zod'
import type { RemoteHelp } from '../consent.ts'
import { isProbe, isToolLink } from '../consent-lists.ts'
import { count, text, words } from './words.ts'

const remote = z.strictObject({
  probes: z
    .array(z.strictObject({ name: words(60), url: text(300).refine(isProbe, 'An address begins with http:// or https://') }))
    .max(10),
  tools: z
    .array(
      z.strictObject({ name: words(60), link: text(500).refine(isToolLink, 'A link begins with one of the schemes that are allowed') }),
    )
    .max(20),
}) satisfies z.ZodType<RemoteHelp>

/** Addresses that may be probed where a requester agrees, and the tools with which an agent sees his screen. */
export const remoteQuestions = {
  /** For every agent: he asks with them. */
  'remote:read': z.strictObject({}),
  /** Sets all of it. What is asked for already stays as it was asked. */
  'remote:save': z.strictObject({ version: count, remote }),
}

export interface RemoteAnswers {
  'remote:read': { remote: RemoteHelp; version: number }
  'remote:save': { remote: RemoteHelp; version: number }
}
