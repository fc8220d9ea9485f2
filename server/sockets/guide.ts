import type { GuideAnswers } from '../../shared/protocol/guide.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed, Guides } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Caller, Handlers } from './handlers.ts'

export interface GuidePorts {
  guides: Guides
  now(): Date
  changed(what: Changed): Promise<void>
}

/** Help in steps: agents read it, supervisors and administrators write it. */
export function guideHandlers({ guides, now, changed }: GuidePorts): Handlers<keyof GuideAnswers> {
  /** Lets only those through who may write guides, and says for the log who it is. */
  function writer(caller: Caller) {
    agentWith(caller.who, 'guides', 'manage')
    return byOf(caller, now())
  }
  /** Awaited: whoever published one may guide by it at once. */
  async function told<T>(done: T): Promise<T> {
    await changed('guides')
    return done
  }
  return {
    async 'guides:list'({ who }) {
      agentWith(who, 'guides', 'read')
      return { guides: await guides.list() }
    },
    async 'guides:read'({ who }, { guide }) {
      agentWith(who, 'guides', 'read')
      return guides.read(guide)
    },
    async 'guides:edition'({ who }, { guide, edition }) {
      agentWith(who, 'guides', 'read')
      return { content: await guides.edition(guide, edition) }
    },
    async 'guides:figures'({ who }, { guide }) {
      agentWith(who, 'guides', 'manage')
      return guides.figures(guide, now())
    },
    async 'guides:overview'({ who }) {
      agentWith(who, 'guides', 'manage')
      return guides.overview(now())
    },
    'guides:save': async (caller, wanted) => guides.save(writer(caller), wanted),
    'guides:publish': async (caller, wanted) => told(await guides.publish(writer(caller), wanted)),
    'guides:withdraw': async (caller, wanted) => told(await guides.withdraw(writer(caller), wanted)),
    async 'guides:remove'(caller, wanted) {
      await guides.remove(writer(caller), wanted)
      return told(null)
    },
    'guides:restore': async (caller, wanted) => told(await guides.restore(writer(caller), wanted)),
  }
}
