import { serve } from './serve.ts'

interface Said {
  conversation: string
  id: string
  text: string
}

/** What was said in each conversation, in this process's memory. */
const said = new Map<string, Said[]>()

/** Bare Socket.IO with a catch-up as one writes it oneself: lines are numbered, and whoever comes back asks for what came since. */
serve((socket) => {
  socket.on('say', (one: Said, answer: (number: number) => void) => {
    const lines = said.get(one.conversation) ?? []
    said.set(one.conversation, lines)
    lines.push(one)
    socket.to(one.conversation).emit('said', one)
    answer(lines.length)
  })
  socket.on('since', ({ conversation, number }: { conversation: string; number: number }, answer: (lines: Said[]) => void) =>
    answer((said.get(conversation) ?? []).slice(number)),
  )
})
