import { aDesk } from './desk.ts'

/** A desk at which Ada writes, Samir writes and publishes, and Rita reads. */
export async function aLibrary(now: () => Date) {
  const desk = await aDesk({ now })
  const ada = await desk.agent('Ada')
  const samir = await desk.agent('Samir', { role: 'supervisor', wish: 'away' })
  return { desk, ada, samir, rita: await desk.requester('Rita') }
}
