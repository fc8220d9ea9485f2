import { photograph } from './camera.ts'
import { everyScreen } from './every-screen.ts'
import { scenesOf } from './screen.ts'
import { openStudio } from './studio.ts'

/** Photographs every screen in every state, or those whose names fit; returns the names of those that did not come about. */
export async function takeEveryPicture(root: string, { folder, only = /./ }: { folder: string; only?: RegExp }): Promise<string[]> {
  const studio = await openStudio(root)
  const missing: string[] = []
  try {
    for (const [screen, about] of Object.entries(everyScreen)) {
      for (const [state, scene] of scenesOf(about)) {
        const name = `${screen}-${state}`
        if (!only.test(name)) continue
        try {
          const page = await scene(studio)
          await photograph(page, folder, name)
          console.log(`• ${name}`)
          await studio.leaves(page)
        } catch (error) {
          missing.push(name)
          console.error(`• ${name}: ${String(error)}`)
        }
        await studio.heals()
      }
    }
    return missing
  } finally {
    await studio.close()
  }
}
