import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import type { Changed } from './desk/administration.ts'
import { announceEntries } from './desk/announcements.ts'
import { createDesk } from './desk/desk.ts'
import { createDrafts } from './desk/drafts.ts'
import { type CountFound, guardedDesk, guardedDrafts, guardedNews } from './desk/guarding.ts'
import { createHandOvers } from './desk/hand-overs.ts'
import { createAttendance } from './desk/line/attendance.ts'
import { createForesight } from './desk/line/foreseeing.ts'
import { createLine } from './desk/line/line.ts'
import type { LinePorts } from './desk/line/line-ports.ts'
import { createOverflow } from './desk/line/overflowing.ts'
import { createNews } from './desk/news.ts'
import type { Announcer, Change } from './desk/ports.ts'
import { createReckoning } from './desk/reckoning.ts'
import { rules } from './desk/rules.ts'
import { createTellingAll } from './desk/telling-all.ts'
import { opensAt } from './desk/time/hours.ts'
import type { Metrics } from './http/metrics.ts'
import { countChanges, counted, timeDeliveries, timed } from './measures.ts'
import { createConversations } from './postgres/conversations.ts'
import { createCursors } from './postgres/cursors.ts'
import { createDirectory } from './postgres/directory.ts'
import { draftRowsIn } from './postgres/drafts.ts'
import { duesIn, reckonedIn } from './postgres/dues.ts'
import { readPage, readSince } from './postgres/entries.ts'
import { countGuarded } from './postgres/guard.ts'
import { handOversIn } from './postgres/hand-overs.ts'
import { newsRowsIn } from './postgres/incident-news.ts'
import { lineRowsIn } from './postgres/line.ts'
import { looksIn } from './postgres/looks.ts'
import { newsIn } from './postgres/news.ts'
import { readNames, readRequester } from './postgres/people.ts'
import { createPresence } from './postgres/presence.ts'
import type { Redis } from './redis/connection.ts'
import { createFastLine } from './redis/line.ts'

export interface KernelOptions {
  pool: Pool
  redis: Redis
  /** The id of this process, under which it holds its connections. */
  process: string
  now(): Date
  /** What leases of presence run by, where that is another clock than the desk's. */
  leaseClock?: (() => Date) | undefined
  announce: Announcer
  metrics: Metrics
  onBug(error: unknown, where: string): void
  /** Hears why something could not be kept. */
  failed?: (error: unknown) => void
}

export type Kernel = ReturnType<typeof createKernel>

/** The desk with its memory and its line: everything between an act that comes in and the news that goes out. */
export function createKernel({ pool, redis, process, now, leaseClock = now, announce, metrics, onBug, failed }: KernelOptions) {
  const directory = createDirectory(pool, now)
  const rows = lineRowsIn(pool, now)
  const followers: ((changes: Change[]) => void)[] = []
  const conversations = createConversations({
    pool,
    rules,
    directory: directory.view,
    now,
    foresee: createForesight({ rows, directory: directory.view, now, newId: randomUUID }),
    announce(changes) {
      announceEntries(announce, changes)
      for (const follow of followers) follow(changes)
    },
    onBug: (error) => onBug(error, 'change'),
    ...(failed && { failed }),
    measure(size, seconds) {
      metrics.batch.observe(size)
      metrics.change.observe(seconds)
    },
  })
  const cursors = createCursors(pool)
  const looks = looksIn(pool)
  const dues = duesIn(pool, {
    now,
    dueAt: (conversation) => rules.dueAt(conversation, directory.view(), now()),
    targetsOf: (conversation) => rules.targetsOf(conversation, directory.view()),
  })
  const reckoning = createReckoning({ settled: directory.view, reckonAll: dues.reckonAll, ...reckonedIn(pool) })
  const refreshDirectory = () => directory.refresh()
  const ports: LinePorts = {
    conversations,
    rows,
    fast: createFastLine(redis),
    directory: directory.view,
    refreshDirectory,
    opensAt: (team) => opensAt(directory.hours(team), now()),
    announce,
    now,
    newId: randomUUID,
    onBug,
  }
  const line = createLine(ports)
  const drafts = createDrafts({ conversations, rows: draftRowsIn(pool), announce, now, onBug })
  const deliveries = timeDeliveries(metrics)
  followers.push(line.changed, (changes) => countChanges(metrics, changes), deliveries.kept, drafts.followed)
  const news = createNews({ rows: newsIn(pool), conversations, directory: directory.view, announce, now, onBug })
  followers.push(news.kept)
  const tellingAll = createTellingAll({ rows: newsRowsIn(pool), conversations, announce, now, onBug })
  followers.push(tellingAll.changed)
  const guard = {
    rules: () => directory.view().guard,
    count: (...found: Parameters<CountFound>) => void countGuarded(pool, now(), ...found).catch((error: unknown) => onBug(error, 'guard')),
  }
  const masked = guardedNews(guard)
  const handOvers = createHandOvers({
    rows: handOversIn(pool),
    conversations,
    directory: directory.view,
    masked: (text) => masked(text, false),
    announce,
    stir: tellingAll.stir,
    now,
    onBug,
  })
  const presence = createPresence({ pool, process, now: leaseClock })
  const attendance = createAttendance({ ...ports, presence, line })
  const desk = createDesk({
    conversations,
    entries: {
      look: (conversation, limit, internal) => looks.look(conversation, { limit, internal }),
      page: (conversation, before, limit, internal) => readPage(pool, conversation, { before, limit, internal }),
      since: (conversation, since, limit, internal) => readSince(pool, conversation, { since, limit, internal }),
    },
    cursors,
    people: { names: (ids) => readNames(pool, ids), requester: (id) => readRequester(pool, id) },
    place: (conversation) => line.place(conversation),
    guides: () => directory.view().guides,
    announce,
  })

  return {
    desk: timed(counted(guardedDesk(desk, guard), metrics), deliveries.arrived),
    drafts: guardedDrafts(drafts, guard.rules),
    masked,
    guard,
    conversations,
    line,
    rows,
    presence,
    attendance,
    handOvers,
    news,
    /** What must be looked after now and then. */
    wheels: [
      { name: 'hand-overs', everyMs: 5_000, turn: handOvers.finish },
      { name: 'old hand-overs', everyMs: 24 * 3600_000, turn: handOvers.forget },
      { name: 'old news', everyMs: 24 * 3600_000, turn: news.forget },
    ],
    overflow: createOverflow(ports),
    dues,
    reckoning,
    tellingAll,
    directory: directory.view,
    refreshDirectory,
    /** Administrators changed something: what is kept in mind of it is read anew, teams look who waits, and what is due is reckoned. */
    async setUpAnew(what: Changed): Promise<void> {
      if (!remembered.includes(what)) return
      await directory.refresh()
      line.nudge()
      if (what === 'people' || what === 'teams') await handOvers.peopleChanged()
      if (what === 'categories' || what === 'look' || what === 'guides' || what === 'guard' || what === 'remote' || what === 'incidents')
        return
      await reckoning.look(what === 'settings' || what === 'routing')
      await line.tick()
    },

    /** Calls back after every commit. */
    follow: (follower: (changes: Change[]) => void) => void followers.push(follower),

    /** Stops what runs by itself, finishes what was begun, and gives up the connections this process held. */
    async stop() {
      await tellingAll.stop()
      await line.stop()
      await conversations.idle()
      await drafts.stop()
      await cursors.idle()
      await presence.end()
    },
  }
}

/** What the directory keeps in mind. */
const remembered: readonly Changed[] = [
  'people',
  'teams',
  'routing',
  'settings',
  'categories',
  'look',
  'guides',
  'guard',
  'remote',
  'incidents',
]
