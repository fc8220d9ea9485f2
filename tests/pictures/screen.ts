import type { Page } from 'playwright-core'
import type { Studio } from './studio.ts'

/** What every screen is asked for. */
export const states = ['empty', 'loading', 'error', 'offline', 'refused', 'many'] as const
export type State = (typeof states)[number]

/** Brings a screen into a state, by what would bring it there in an office, and returns the page to be photographed. */
export type Scene = (studio: Studio) => Promise<Page>

/** In each state a screen is photographed, or a sentence says why it cannot be in it; `also` is whatever else can be seen there. */
export type Screen = Record<State, Scene | string> & { also?: Record<string, Scene> }

/** The scenes of a screen by the name of the picture. */
export function scenesOf(screen: Screen): [name: string, scene: Scene][] {
  const own = states.flatMap((state): [string, Scene][] => {
    const scene = screen[state]
    return typeof scene === 'string' ? [] : [[state, scene]]
  })
  return [...own, ...Object.entries(screen.also ?? {})]
}
