import { newId } from '../../shared/client/ids.ts'
import { browserStore } from '../../shared/client/storage.ts'
import { usualGuard } from '../../shared/guard.ts'
import { defaultLook, type WidgetLook } from '../../shared/look.ts'
import type { Reception, TeamDoor } from '../../shared/protocol/visit.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Door } from '../../widget/models/door.ts'
import { createFront } from '../../widget/models/front-desk.ts'
import { createLater, type Talk } from '../../widget/models/later.ts'
import { createVisit, type Visit } from '../../widget/models/visit.ts'
import { aFarEnd, rita, team } from '../shared/client/a-far-end.ts'

const manned: TeamDoor = { team, open: true, here: 3, waiting: 1, minutes: { from: 2, to: 5 } }

/** One team with one topic stands like this. */
export const standing = (door: Partial<TeamDoor> = {}): Reception => ({
  topics: [{ id: newId(), name: 'Network', ...manned, ...door }],
  anything: { ...manned, ...door },
  open: door.open ?? true,
  opensAt: door.opensAt ?? null,
})

export const someoneIsHere = standing()

type Connecting = Parameters<typeof createVisit>[0]['connectAs']

const living: Visit[] = []

/** What talking needs, held back by a slow network until it is let through. */
export function aSlowFetch() {
  let letThrough = () => {}
  const through = new Promise<void>((resolve) => {
    letThrough = resolve
  })
  return { fetchTalk: () => through.then(() => import('../../widget/talk.ts')), letThrough: () => letThrough() }
}

/** Ends all visits of a test. */
export function leaveAll() {
  for (const visit of living.splice(0)) visit.dispose()
  localStorage.clear()
}

/** Rita's browser, with a desk behind it that plays the server. Every tab shares one storage. */
export function aBrowserOfRita({ reception = someoneIsHere, look = defaultLook }: { reception?: Reception; look?: WidgetLook } = {}) {
  const desk = aFarEnd()
  let lookNow = look
  const begun: unknown[] = []
  const ended: string[] = []
  let talking = () => false
  const door: Door = {
    async begin(introduction) {
      begun.push(introduction)
      if ('identity' in introduction && introduction.identity === 'forged') refuse('identity-refused')
      const name = 'name' in introduction ? introduction.name : 'Rita'
      return { token: `token-${begun.length}`, who: { id: name === 'Rita' ? rita : newId(), name, verified: 'identity' in introduction } }
    },
    async end(token) {
      ended.push(token)
    },
  }
  desk.line.answering['visit:look'] = () => ({
    me: { id: rita, name: 'Rita', email: null, verified: false },
    reception,
    conversations: desk.mine().map((one) => ({ ...one, unread: 0 })),
    reopenDays: 7,
    guard: usualGuard,
  })
  desk.line.answering['visit:transcript'] = () => ({ entries: [] })
  const aTab = (fetchTalk = (): Promise<Talk> => import('../../widget/talk.ts')) => {
    const front = createFront(async () => ({ look: lookNow, reception }))
    void front.ask()
    const later = createLater(fetchTalk)
    const connectAs: Connecting = async (_token, isTalking) => {
      talking = isTalking
      return desk.line.connection
    }
    const visit = createVisit({ store: browserStore(), door, front, later, connectAs })
    later.bring()
    visit.show(true)
    living.push(visit)
    return visit
  }
  return {
    desk,
    door,
    begun,
    ended,
    aTab,
    isTalking: () => talking(),
    /** An administrator changes what the widget asks; whoever is here hears it when he asks. */
    becomes(next: WidgetLook) {
      lookNow = next
    },
  }
}
