import pg from 'pg'
import { serve } from './serve.ts'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 })
let gathered: { conversation: string; kept: () => void }[] = []
let running = false

/** Socket.IO and one statement for all that are closed meanwhile: the transcript with its text index, answered after the commit. */
serve((socket) => {
  socket.on('say', async ({ conversation, id, text }: { conversation: string; id: string; text: string }, answer: () => void) => {
    await pool.query({
      name: 'keep',
      text: 'insert into messages (id, conversation, text) values ($1, $2, $3)',
      values: [id, conversation, text],
    })
    answer()
  })
  socket.on('end', ({ conversation }: { conversation: string }, answer: () => void) => {
    gathered.push({ conversation, kept: answer })
    if (!running) void closeAll()
  })
})

async function closeAll() {
  running = true
  while (gathered.length > 0) {
    const batch = gathered
    gathered = []
    await pool.query({
      name: 'close',
      text: `insert into closed (id, transcript, search)
        select conversation, transcript, to_tsvector('simple', transcript) from (
          select conversation, string_agg(text, ' ' order by at) as transcript from messages where conversation = any($1) group by conversation) as read`,
      values: [batch.map(({ conversation }) => conversation)],
    })
    for (const { kept } of batch) kept()
  }
  running = false
}
