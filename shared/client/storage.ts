/** What a browser keeps for us, string by string. Where it may not, a page's memory does, until the page is gone. */
export interface Store {
  get(key: string): string | null
  set(key: string, value: string): void
  remove(key: string): void
  /** All keys that begin so. */
  keys(prefix: string): string[]
  /** Another tab changed this key; null: it removed all of them. */
  onChange(hear: (key: string | null) => void): () => void
}

/** The browser's localStorage, if it lets us. */
export function browserStore(): Store {
  return createStore(allowed())
}

/** A store on the given storage; null means none, and full or blocked ones fall back to memory key by key. */
export function createStore(storage: Storage | null): Store {
  const memory = new Map<string, string>()
  return {
    get: (key) => memory.get(key) ?? safely(() => storage?.getItem(key)) ?? null,
    set(key, value) {
      const kept = safely(() => {
        storage?.setItem(key, value)
        return storage !== null
      })
      if (kept) memory.delete(key)
      else memory.set(key, value)
    },
    remove(key) {
      memory.delete(key)
      safely(() => storage?.removeItem(key))
    },
    keys(prefix) {
      const all = [...memory.keys(), ...(safely(() => storage && Object.keys(storage)) ?? [])]
      return [...new Set(all)].filter((key) => key.startsWith(prefix))
    },
    onChange(hear) {
      const told = (event: StorageEvent) => {
        if (event.storageArea === storage) hear(event.key)
      }
      window.addEventListener('storage', told)
      return () => window.removeEventListener('storage', told)
    },
  }
}

/** Reading the property itself throws where cookies are blocked. */
const allowed = () => safely(() => globalThis.localStorage ?? null) ?? null

function safely<T>(attempt: () => T): T | undefined {
  try {
    return attempt()
  } catch {
    return undefined
  }
}
