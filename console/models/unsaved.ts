import type { Store } from '../../shared/client/storage.ts'

/** What was written into one form, field by field, and is not saved yet. */
export interface UnsavedForm<T> {
  read(): Partial<T>
  write(changed: Partial<T>): void
}

/** What was written into forms and not saved yet: whoever looks elsewhere meanwhile finds it again. */
export interface Unsaved {
  of<T extends object>(form: string): UnsavedForm<T>
  /** The forms into which something was written. */
  names(): string[]
  clear(): void
}

const everybodys = 'firstline:form:'

/** As long as the store keeps it. What somebody else left here is not shown. */
export function createUnsaved(store: Store, me: string): Unsaved {
  const mine = `${everybodys}${me}:`
  return {
    of(form) {
      const key = mine + form
      return {
        read: () => parsed(store.get(key)),
        write(changed) {
          if (Object.keys(changed).length > 0) store.set(key, JSON.stringify(changed))
          else store.remove(key)
        },
      }
    },
    names: () => store.keys(mine).map((key) => key.slice(mine.length)),
    clear() {
      for (const key of store.keys(everybodys)) store.remove(key)
    },
  }
}

function parsed(kept: string | null) {
  try {
    return JSON.parse(kept ?? '{}') ?? {}
  } catch {
    return {}
  }
}
