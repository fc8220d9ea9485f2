import { createModel, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import { foundGuides } from '../../shared/guide-fit.ts'
import type { GuideRow } from '../../shared/protocol/guide.ts'

/** The guides that can be laid into a chat. */
export const GuidesModel = createModel((connection: Connection) => {
  const list = signal<readonly GuideRow[]>([])

  async function load() {
    try {
      list.value = (await connection.ask('guides:list', {})).guides.filter(({ edition }) => edition !== null)
    } catch {
      // Without them one can still write; they are asked for again when the line is back.
    }
  }
  effect(() => connection.onBack(() => void load()))

  return { list, load }
})

export type Guides = InstanceType<typeof GuidesModel>

/** What stands behind `/guide`; null where something else is written. */
export const guideAsked = (written: string | null): string | null =>
  /^\/guide(?:\s+(.*))?$/i
    .exec(written ?? '')
    ?.slice(1)
    .join('') ?? null

/** Those that fit what stands behind `/guide`. */
export const fittingGuides = (guides: readonly GuideRow[], asked: string) => foundGuides(guides, asked).slice(0, 8)
