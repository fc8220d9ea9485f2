/** Asks again for a team after a while. One wish a team: of two, the sooner one counts, and whoever asks then may wish anew. */
export function createLater(ask: (team: string) => void, now: () => number = () => performance.now()) {
  const wishes = new Map<string, { at: number; timer: NodeJS.Timeout }>()

  return {
    ask(team: string, milliseconds: number) {
      const at = now() + milliseconds
      const known = wishes.get(team)
      if (known && known.at <= at) return
      clearTimeout(known?.timer)
      const timer = setTimeout(() => {
        wishes.delete(team)
        ask(team)
      }, milliseconds)
      wishes.set(team, { at, timer })
    },

    stop() {
      for (const { timer } of wishes.values()) clearTimeout(timer)
      wishes.clear()
    },
  }
}
