import { readFileSync } from 'node:fs'
import pg from 'pg'
import { createClient } from 'redis'
import { places } from '../places.ts'
import { serve } from './serve.ts'

/** Socket.IO with a queue of Redis scripts and a committed row: comes, is kept, waits, is claimed, is shown to an agent. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const redis = createClient({ url: process.env.REDIS_URL ?? '' })
const claim = readFileSync(`${places.scripts}/claim.lua`, 'utf8')
const keys = ['waiting', 'agents']
const agents = new Map<string, string>()
await redis.connect()

serve((socket) => {
  const { agent } = socket.handshake.auth as { agent?: boolean }
  if (agent) {
    void redis.zAdd('agents', { value: socket.id, score: 0 })
    void socket.join(`agent:${socket.id}`)
  }
  socket.on('start', async ({ conversation, text }: { conversation: string; text: string }, answer: (place: number) => void) => {
    await pool.query({ name: 'keep', text: 'insert into chats (id, text) values ($1, $2)', values: [conversation, text] })
    await redis.zAdd('waiting', { value: conversation, score: Date.now() })
    answer(1)
    const claimed = (await redis.eval(claim, { keys, arguments: ['5'] })) as [string, string] | null
    if (!claimed) return
    const [first, chosen] = claimed
    agents.set(first, chosen)
    socket.to(`agent:${chosen}`).emit('shown', { conversation: first })
  })
  socket.on('finish', async ({ conversation }: { conversation: string }, answer: () => void) => {
    const chosen = agents.get(conversation)
    agents.delete(conversation)
    await pool.query({ name: 'finish', text: 'update chats set ended = now() where id = $1', values: [conversation] })
    if (chosen) await redis.zIncrBy('agents', -1, chosen)
    answer()
  })
})
