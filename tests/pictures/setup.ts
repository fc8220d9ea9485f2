import { type SetupStep, setupSteps } from '../../shared/setup.ts'
import type { Scene, Screen } from './screen.ts'
import { dialog, fails, isRefused, loads, loses, opens } from './usual.ts'

const goesOn = 'Save and go on'
const never = 'there is one first team, and one desk'

/** The first minutes, step by step. */
export const setup: Record<SetupStep | 'end', Screen> = {
  name: {
    ...usual('name'),
    refused: opens('nora', '#/setup/name', async (page) => {
      await page.getByRole('textbox', { name: 'Name' }).fill('')
      await isRefused(page, goesOn)
    }),
  },
  team: {
    ...usual('team'),
    refused: opens('nora', '#/setup/team', async (page) => {
      await page.getByLabel('Name of the team').fill('')
      await isRefused(page, goesOn)
    }),
  },
  hours: {
    ...usual('hours'),
    refused: opens('nora', '#/setup/hours', async (page) => {
      await page.getByLabel('By the hours below').check()
      await page.getByLabel('Tuesday').fill('nine to five')
      await isRefused(page, goesOn)
    }),
  },
  people: {
    ...usual('people'),
    refused: opens('nora', '#/setup/people', async (page) => {
      await dialog('Invite a person')(page)
      await isRefused(page, 'Invite')
    }),
  },
  page: {
    ...usual('page'),
    refused: opens('nora', '#/setup/page', async (page) => {
      await page.getByRole('textbox', { name: 'Pages that may show the widget' }).fill('intranet')
      await isRefused(page)
    }),
  },
  try: {
    ...usual('try'),
    loading: 'it shows what the console knows already',
    error: 'it shows what the console knows already',
    refused: 'nothing is sent from here',
  },
  end: {
    empty: 'it is there when something was done',
    loading: 'it shows what the console knows already',
    error: 'it shows what the console knows already',
    offline: 'it looks like the last step',
    refused: 'nothing is sent from here',
    many: async (studio) => {
      const nora = await studio.actorFor('nora')
      const { version } = await nora.ask('setup:read', {})
      await nora.ask('setup:save', { version, skipped: [...setupSteps], dismissed: false })
      return studio.at('nora', '#/setup')
    },
    also: { demonstration: opens('olga', '#/setup') },
  },
}

function usual(step: SetupStep): Record<'empty' | 'loading' | 'error' | 'offline', Scene> & { many: string } {
  const place = `#/setup/${step}`
  return {
    empty: opens('nora', place),
    loading: loads('nora', place),
    error: fails('nora', place),
    offline: loses('nora', place),
    many: never,
  }
}
