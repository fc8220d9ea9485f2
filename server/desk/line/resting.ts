export interface RestingPorts {
  /** Whether the waiting line can be kept now. */
  isKept(): Promise<boolean>
  tell(news: { resting: boolean }): void
}

/** A hiccup is no rest. */
const patience = 2

/** Tells agents that nothing is offered while the line cannot be kept: again and again, for those who come meanwhile, and once when it is over. */
export function createResting({ isKept, tell }: RestingPorts) {
  let failures = 0

  return {
    async look() {
      const didRest = failures >= patience
      failures = (await isKept()) ? 0 : failures + 1
      const resting = failures >= patience
      if (resting || didRest) tell({ resting })
    },
  }
}
