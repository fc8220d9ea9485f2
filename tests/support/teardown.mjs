import { rmSync } from 'node:fs'

/** Stops what setup.mjs started. */
export default async function tearDown() {
  const room = globalThis.engineRoom
  if (!room) return
  await room.postgres.stop()
  rmSync(room.folder, { recursive: true, force: true })
  globalThis.engineRoom = undefined
}
