import fp from 'fastify-plugin'

const graceMs = 2_000

/**
 * A file may take minutes, and a process that leaves has seconds: whoever is not done by then sends or fetches it again
 * elsewhere. Registered before whatever waits for connections to end.
 */
export const cutShort = fp(
  async (app) => {
    const going = new Set<{ destroy(): unknown }>()
    app.addHook('onRequest', async ({ raw }) => void going.add(raw.socket))
    app.addHook('onResponse', async ({ raw }) => void going.delete(raw.socket))
    app.addHook('onRequestAbort', async ({ raw }) => void going.delete(raw.socket))
    app.addHook('preClose', async () => {
      const cut = () => {
        for (const socket of going) socket.destroy()
      }
      // Nobody waits for it: those who close wait for the connections themselves.
      setTimeout(cut, graceMs).unref()
    })
  },
  { name: 'cut short' },
)
