import { computed, createModel, effect, signal } from '@preact/signals'
import type { Connection } from '../../shared/client/connection.ts'
import type { Role } from '../../shared/people.ts'
import type { DeskProfile, Setup } from '../../shared/protocol/setup.ts'
import { type SetupStep, setupSteps } from '../../shared/setup.ts'

/** What the desk is called, whether it is made up, and for administrators what it still needs. */
export const SetupModel = createModel((connection: Connection, role: Role) => {
  const profile = signal<DeskProfile | null>(null)
  const state = signal<Setup | null>(null)
  const isHidden = signal(false)

  async function load() {
    try {
      profile.value = await connection.ask('desk:profile', {})
      if (role === 'administrator') state.value = await connection.ask('setup:read', {})
    } catch {
      // One can work without; it is asked for again when the line is back.
    }
  }
  effect(() => connection.onBack(() => void load()))

  /** The steps that are neither done nor left as they are. */
  const left = computed(() => {
    const now = state.value
    return now ? setupSteps.filter((step) => !now.done[step] && !now.skipped.includes(step)) : []
  })

  /** Whether the list is wanted: there is something left to do on a desk that stays, and nobody put it away. */
  const isWanted = computed(() => left.value.length > 0 && !state.value?.dismissed && !profile.value?.isDemonstration)

  async function save(change: Partial<Pick<Setup, 'skipped' | 'dismissed'>>) {
    const now = state.peek()
    if (!now) return
    const { skipped, dismissed } = { ...now, ...change }
    state.value = await connection.ask('setup:save', { version: now.version, skipped, dismissed })
  }

  return {
    profile,
    state,
    left,
    isWanted,
    /** Whether somebody has seen enough of the line above the chats, as long as this page lives. */
    isHidden,
    load,
    /** Leaves a step as it is. */
    skip: (step: SetupStep) => save({ skipped: [...(state.peek()?.skipped ?? []), step] }),
    /** Puts the list away, or brings it back. */
    dismiss: (dismissed: boolean) => save({ dismissed }),
  }
})

export type SetupProgress = InstanceType<typeof SetupModel>
