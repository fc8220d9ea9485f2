import pg from 'pg'
import { serve } from './serve.ts'

interface Said {
  conversation: string
  id: string
  text: string
}

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
let gathered: { said: Said; kept: () => void }[] = []
let running = false

/** Socket.IO with one group commit: what arrives while an insert runs goes together; handed on and answered after the commit. */
serve((socket) => {
  socket.on('say', (said: Said, answer: () => void) => {
    gathered.push({
      said,
      kept: () => {
        socket.to(said.conversation).emit('said', said)
        answer()
      },
    })
    if (!running) void keepAll()
  })
})

async function keepAll() {
  running = true
  while (gathered.length > 0) {
    const batch = gathered
    gathered = []
    await pool.query({
      name: 'keep',
      text: 'insert into messages (id, conversation, text) select * from unnest($1::uuid[], $2::uuid[], $3::text[])',
      values: [batch.map(({ said }) => said.id), batch.map(({ said }) => said.conversation), batch.map(({ said }) => said.text)],
    })
    for (const { kept } of batch) kept()
  }
  running = false
}
