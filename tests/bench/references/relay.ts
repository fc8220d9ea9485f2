import { serve } from './serve.ts'

/** Bare Socket.IO: hands a message on and says so. Nothing is kept. */
serve((socket) => {
  socket.on('say', (said: { conversation: string; text: string }, answer: () => void) => {
    socket.to(said.conversation).emit('said', said)
    answer()
  })
})
