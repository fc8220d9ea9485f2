import { effect, type ReadonlySignal } from '@preact/signals'
import type { Lane } from '../entry.ts'
import { Refused } from '../refusal.ts'
import type { Workbench } from './attaching.ts'
import { choose, isPicture } from './choosing.ts'
import { newId } from './ids.ts'
import { untilAnswered } from './retry.ts'
import { upload } from './upload.ts'

/** What sends files, and watches over those that other tabs send. */
export interface Uploads {
  add(lane: Lane, files: readonly File[]): Promise<void>
  remove(id: string): void
  again(id: string): void
  arrived(ids: readonly string[]): Promise<void>
  drop(ids: readonly string[]): void
  release(): File[]
  dispose(): void
}

const atOnce = 2
const beatMs = 5_000

export function createUploads(bench: Workbench): Uploads {
  const { connection, conversation, me, key, isOpen, onPicture, all, inHand, troubles, keep, forget, standing } = bench
  const files = new Map<string, File>()
  const stops = new Map<string, AbortController>()
  const waiting: string[] = []
  const over = new AbortController()

  const find = (id: string) => all.peek().find((one) => one.id === id)
  const show = (id: string, share: number) => {
    inHand.value = new Map(inHand.peek()).set(id, share)
  }
  const letGo = (id: string) => {
    stops.get(id)?.abort()
    stops.delete(id)
    const others = new Map(inHand.peek())
    others.delete(id)
    inHand.value = others
  }

  async function add(lane: Lane, given: readonly File[]) {
    const already = all.peek().filter((one) => one.lane === lane && one.act === null).length
    const chosen = await choose(given, already)
    for (const file of chosen.fine) begin(lane, file)
    troubles.value = chosen.troubles
  }

  function begin(lane: Lane, file: File) {
    const id = newId()
    const n = 1 + Math.max(0, ...all.peek().map((one) => one.n))
    files.set(id, file)
    show(id, 0)
    keep({ id, by: me, lane, n, name: file.name, size: file.size, facts: null, refused: null, act: null, beat: Date.now() })
    if (isPicture(file)) void look(id, URL.createObjectURL(file))
    waiting.push(id)
    next()
  }

  /** A picture is shown before it is sent. */
  async function look(id: string, address: string) {
    onPicture(id, address)
    const picture = new Image()
    picture.src = address
    await picture.decode().catch(() => {})
    const { naturalWidth: width, naturalHeight: height } = picture
    const one = find(id)
    if (one && !one.facts && width && height) keep({ ...one, width, height })
  }

  function next() {
    if (!isOpen.peek()) return
    while (stops.size < atOnce && waiting.length > 0) {
      const id = waiting.shift()
      if (id && files.has(id)) void send(id)
    }
  }

  async function send(id: string) {
    const [one, file] = [find(id), files.get(id)]
    if (!one || !file) return
    const stop = new AbortController()
    stops.set(id, stop)
    const to = `/api/conversations/${conversation}/files/${id}?lane=${one.lane}`
    try {
      const attempt = () => upload({ to, key, file, hear: (share) => show(id, share), stop: stop.signal })
      const facts = await untilAnswered(connection, attempt, stop.signal)
      const now = find(id)
      if (now) keep({ ...now, facts })
    } catch (error) {
      if (stop.signal.aborted) return
      if (!(error instanceof Refused)) throw error
      const now = find(id)
      if (now) keep({ ...now, refused: error.code })
    } finally {
      if (stops.get(id) === stop) letGo(id)
      next()
    }
  }

  /** Files that another tab sends are watched, too: it may have been closed. */
  async function arrived(ids: readonly string[]) {
    while (!over.signal.aborted) {
      // One that is not here any more was said by another tab; the desk knows.
      const ours = ids.flatMap((id) => find(id) ?? [])
      const bad = ours.find((one) => /refused|lost/.test(standing(one)))
      if (bad) throw new Refused(bad.refused ?? 'no-such-file')
      if (ours.every(({ facts }) => facts)) return
      await news(all, beatMs)
    }
  }

  function remove(id: string) {
    drop([id])
    forget(id)
    // The desk throws away what nobody says: it need not hear of it.
    void fetch(`/api/files/${id}`, { method: 'DELETE', headers: key }).catch(() => {})
  }

  function again(id: string) {
    const one = find(id)
    if (!one || !files.has(id) || one.facts) return
    letGo(id)
    show(id, 0)
    keep({ ...one, refused: null, beat: Date.now() })
    if (!waiting.includes(id)) waiting.push(id)
    next()
  }

  function drop(ids: readonly string[]) {
    for (const id of ids) {
      letGo(id)
      files.delete(id)
    }
    next()
  }

  function release() {
    const mine = all.peek().filter(({ id }) => files.has(id))
    const given = mine.flatMap(({ id }) => files.get(id) ?? [])
    for (const { id } of mine) {
      drop([id])
      forget(id)
    }
    return given
  }

  const tellOthers = (beat: number) => {
    for (const id of inHand.peek().keys()) {
      const one = find(id)
      if (one && !one.facts) keep({ ...one, beat })
    }
  }
  const beating = setInterval(() => tellOthers(Date.now()), beatMs)
  // What is in this tab's hands alone ends with it, and whoever comes next is told at once.
  const leaving = () => tellOthers(0)
  addEventListener('pagehide', leaving)
  const stopWaiting = effect(() => {
    if (isOpen.value) queueMicrotask(next)
  })

  return {
    add,
    remove,
    again,
    arrived,
    drop,
    release,
    dispose() {
      over.abort()
      tellOthers(0)
      clearInterval(beating)
      removeEventListener('pagehide', leaving)
      stopWaiting()
      for (const stop of stops.values()) stop.abort()
    },
  }
}

/** The next change, or a moment later. */
function news(of: ReadonlySignal<unknown>, atMostMs: number): Promise<void> {
  return new Promise((resolve) => {
    let isFirst = true
    const done = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(done, atMostMs)
    const stop = of.subscribe(() => {
      if (!isFirst) queueMicrotask(done)
      isFirst = false
    })
  })
}
