import { signal } from '@preact/signals'
import { type RefusalCode, Refused } from '../../shared/refusal.ts'
import { type Imported, mostWritten } from '../../shared/settings-file.ts'
import type { Http } from '../http.ts'
import { words as laterWords } from '../later-words.ts'
import type { Notices } from './notices.ts'
import type { UnsavedForm } from './unsaved.ts'

/** A settings file that somebody chose. It is kept with what is written into forms and not saved. */
export interface ChosenText {
  name: string
  text: string
}

/** With what came of holding it against the desk. */
export interface ChosenFile extends ChosenText {
  compared: Imported | null
}

/** The one that was chosen before, here or where settings are tried out. */
export function kept(unsaved: UnsavedForm<ChosenText>): ChosenText | null {
  const { name, text } = unsaved.read()
  return name !== undefined && text !== undefined ? { name, text } : null
}

interface Needs {
  http: Http
  notices: Notices
  unsaved: UnsavedForm<ChosenText>
}

/** Compares a settings file with the desk, and sets the desk up by it: what was seen, and only that. */
export function createOneFile({ http, notices, unsaved }: Needs) {
  const before = kept(unsaved)
  const chosen = signal<ChosenFile | null>(before && { ...before, compared: null })
  const refusal = signal<RefusalCode | null>(null)
  const isBusy = signal(false)
  /** Which choice it is: what is heard about an earlier one is of no use any more. */
  let turn = 0

  /** Asks, and says why not where that is the answer. Null if it was refused, or is too late. */
  async function ask(path: string, asked: object): Promise<Imported | null> {
    const mine = turn
    isBusy.value = true
    refusal.value = null
    try {
      const answer = await http.post<Imported>(path, asked)
      return mine === turn ? answer : null
    } catch (error) {
      if (mine === turn) refusal.value = error instanceof Refused ? error.code : 'unavailable'
      return null
    } finally {
      if (mine === turn) isBusy.value = false
    }
  }

  async function compare() {
    const file = chosen.peek()
    if (!file) return
    const compared = await ask('/api/settings-file/compare', { text: file.text })
    if (compared) chosen.value = { ...file, compared }
  }

  function putAway() {
    turn += 1
    chosen.value = null
    unsaved.write({})
    refusal.value = null
    isBusy.value = false
  }

  void compare()

  return {
    chosen,
    refusal,
    isBusy,
    compare,
    putAway,

    async choose(file: File) {
      putAway()
      const mine = turn
      // Nobody waits for what would be refused.
      if (file.size > 4 * mostWritten) return notices.tell(laterWords.oneFile.tooLarge, 'bad')
      // A folder that is dropped here, or a file that is gone by now.
      const text = await file.text().catch(() => null)
      if (mine !== turn) return
      if (text === null) return notices.tell(laterWords.oneFile.unreadable, 'bad')
      chosen.value = { name: file.name, text, compared: null }
      unsaved.write({ name: file.name, text })
      await compare()
    },

    async apply() {
      const file = chosen.peek()
      if (!file?.compared || file.compared.problems || isBusy.peek()) return
      const done = await ask('/api/settings-file', { text: file.text, seen: file.compared.before })
      if (!done) return
      if (done.problems) {
        chosen.value = { ...file, compared: done }
        return
      }
      putAway()
      notices.done(laterWords.oneFile.applied(done.changes.length), () => takeBack(http, done))
    },
  }
}

export type OneFile = ReturnType<typeof createOneFile>

async function takeBack(http: Http, { back, after }: { back: string; after: string }) {
  const undone = await http.post<Imported>('/api/settings-file', { text: back, seen: after })
  if (undone.problems) throw new Refused('impossible-now')
}
