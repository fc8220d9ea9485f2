/** How long an answer may take, and how long nobody is asked after one that did not come. */
const limits = { answerMs: 1_000, restMs: 2_000 }

/** Asks somebody who may have fallen silent without saying so: after one answer that stayed away, the next questions fail at once for a while. */
export function createPatience({ answerMs, restMs } = limits) {
  let restUntil = 0

  return {
    isLeft: () => performance.now() >= restUntil,

    async with<T>(ask: () => Promise<T>): Promise<T> {
      if (performance.now() < restUntil) throw new Error('Redis does not answer')
      let timer: NodeJS.Timeout | undefined
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          restUntil = performance.now() + restMs
          reject(new Error('Redis does not answer'))
        }, answerMs)
      })
      try {
        return await Promise.race([ask(), silence])
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
