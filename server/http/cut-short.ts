import fp from 'fastify-plugin'

const graceMs = 2_000

/**
 * A file may take minutes, and a process that leaves has seconds: whoever is not done by then sends or fetches it again
 * elsewhere. Registered before whatever waits for connections to end.
 */
export const cutShort = fp(
  async (app) => {
    app.addHook('preClose', async () => {
      const { server } = app
      // Nobody waits for these: those who close wait for the connections themselves.
      const cut = setTimeout(() => server.closeAllConnections(), graceMs)
      // The server lets go of those that rest when it closes; one that is answered later would rest until its time is over.
      const letGo = setInterval(() => server.closeIdleConnections(), 50)
      server.once('close', () => {
        clearTimeout(cut)
        clearInterval(letGo)
      })
    })
  },
  { name: 'cut short' },
)
