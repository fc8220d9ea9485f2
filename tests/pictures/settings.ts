import type { Page } from 'playwright-core'
import type { SettingsPage } from '../../console/router.ts'
import { phone, remote } from './calls.ts'
import type { Screen } from './screen.ts'
import { dialog, isRefused, opens, unfolds, usual } from './usual.ts'

const changesNothing = 'nothing is sent from here that could be refused'

/** Every page of the settings. A page that is new in the console does not compile until it is photographed. */
export const settings: Record<SettingsPage, Screen> = {
  account: {
    ...usual('account'),
    loading: 'what it shows is known since the sign-in',
    error: 'what it shows is known since the sign-in',
    refused: 'what is chosen here is kept in the browser',
  },
  replies: {
    ...usual('replies'),
    error: 'they come with the console, and are asked for again by themselves',
    loading: 'they come with the console, and are asked for again by themselves',
    refused: opens('olga', '#/settings/replies', async (page) => {
      await dialog('New reply')(page)
      await page.getByLabel('Text', { exact: true }).fill('Hello {{requester.nickname}}, thank you for waiting.')
      await isRefused(page)
    }),
    also: { dialog: opens('olga', '#/settings/replies', dialog('New reply')) },
  },
  widget: {
    ...usual('widget'),
    empty: opens('nora', '#/settings/widget', previews),
    many: opens('olga', '#/settings/widget', previews),
    refused: opens('olga', '#/settings/widget', async (page) => {
      await page.getByRole('textbox', { name: 'Accent', exact: true }).fill('#12')
      await isRefused(page)
    }),
  },
  topics: {
    ...usual('topics'),
    refused: async (studio) => {
      const page = await studio.at('olga', '#/settings/topics')
      const team = await unfolds(page, 'Workplace')
      await team.getByLabel('Topic 1', { exact: true }).fill('Laptops and phones')
      const olga = await studio.actorFor('olga')
      const { teams } = await olga.ask('teams:list', {})
      for (const { id, name, tier, hours, topics, version } of teams)
        await olga.ask('teams:save', { team: id, name, tier, hours, topics, version })
      await team.getByRole('button', { name: 'Save' }).click()
      await team.getByRole('alert').waitFor()
      return page
    },
    also: { team: opens('olga', '#/settings/topics', (page) => unfolds(page, 'Service desk')) },
  },
  guides: {
    ...usual('guides'),
    refused: opens('olga', '#/settings/guides', async (page) => {
      await page.getByRole('button', { name: 'New guide' }).click()
      await page.getByRole('button', { name: 'Add a step' }).click()
      await page.getByRole('button', { name: 'Publish' }).click()
      await page.getByText('It has no title.').first().waitFor()
    }),
    also: {
      written: opens('olga', '#/settings/guides', async (page) => {
        await page.getByRole('button', { name: 'VPN: cannot connect' }).click()
        await page.getByRole('heading', { name: 'As its reader goes through it' }).waitFor()
        await page.locator('.guide-card').waitFor()
      }),
    },
  },
  categories: {
    ...usual('categories'),
    loading: 'they come with the console, and are asked for again by themselves',
    error: 'they come with the console, and are asked for again by themselves',
    refused: opens('olga', '#/settings/categories', async (page) => {
      await dialog('New category')(page)
      await isRefused(page)
    }),
    also: { dialog: opens('olga', '#/settings/categories', dialog('New category')) },
  },
  hours: {
    ...usual('hours'),
    refused: opens('olga', '#/settings/hours', async (page) => {
      const team = await unfolds(page, 'Workplace')
      await team.getByLabel('Monday').fill('8 to 17')
      await team.getByRole('button', { name: 'Save' }).click()
      await team.locator('.error').first().waitFor()
    }),
    also: { team: opens('olga', '#/settings/hours', (page) => unfolds(page, 'Workplace')) },
  },
  distribution: {
    ...usual('distribution'),
    refused: opens('olga', '#/settings/distribution', async (page) => {
      const team = await unfolds(page, 'Workplace')
      await team.getByLabel('An offer rings for (seconds)').fill('2')
      await team.getByRole('button', { name: 'Save' }).click()
      await team.locator('.error').first().waitFor()
    }),
    also: { team: opens('olga', '#/settings/distribution', (page) => unfolds(page, 'Workplace')) },
  },
  skills: {
    ...usual('skills'),
    refused: opens('olga', '#/settings/skills', async (page) => {
      await dialog('Samir Haddad')(page)
      await page.getByRole('dialog').getByLabel('Skills', { exact: true }).fill('SAP 9')
      await isRefused(page)
    }),
    also: { dialog: opens('olga', '#/settings/skills', dialog('Samir Haddad')) },
  },
  trying: {
    ...usual('trying'),
    refused: opens('olga', '#/settings/trying', async (page) => {
      await page.getByLabel('Day').fill('2020-01-01')
      await page.getByRole('button', { name: 'Try it out' }).click()
      await page.getByText('Nobody asked for help on that day').waitFor()
    }),
    also: {
      proposed: opens('olga', '#/settings/trying', (page) => gives(page, proposed, /settings differ/)),
      wrong: opens('olga', '#/settings/trying', (page) => gives(page, mistaken, 'are wrong')),
      compared: opens('olga', '#/settings/trying', async (page) => {
        await page.getByLabel('Traffic').selectOption('chance')
        await page.getByLabel('Requests an hour').fill('60')
        await page.getByLabel('While it is the requester’s turn to write').fill('0.3')
        await page.getByRole('button', { name: 'Try it out' }).click()
        await page.getByRole('heading', { name: 'What came of it' }).waitFor()
      }),
    },
  },
  waiting: {
    ...usual('waiting'),
    refused: opens('olga', '#/settings/waiting', async (page) => {
      const team = await unfolds(page, 'Workplace')
      await team.getByLabel('Nobody waits for longer than (minutes)').fill('for ever')
      await team.getByRole('button', { name: 'Save' }).click()
      await team.locator('.error').first().waitFor()
    }),
    also: { team: opens('olga', '#/settings/waiting', (page) => unfolds(page, 'Workplace')) },
  },
  targets: {
    ...usual('targets'),
    refused: opens('olga', '#/settings/targets', async (page) => {
      const team = await unfolds(page, 'Workplace')
      await team.getByLabel('First answer, priority 1').fill('soon')
      await team.getByRole('button', { name: 'Save' }).click()
      await team.locator('.error').first().waitFor()
    }),
    also: { team: opens('olga', '#/settings/targets', (page) => unfolds(page, 'Workplace')) },
  },
  closing: {
    ...usual('closing'),
    refused: opens('olga', '#/settings/closing', async (page) => {
      const team = await unfolds(page, 'Workplace')
      await team.getByLabel('Shortest resolution (characters)').fill('a lot')
      await team.getByRole('button', { name: 'Save' }).click()
      await team.locator('.error').first().waitFor()
    }),
    also: { team: opens('olga', '#/settings/closing', (page) => unfolds(page, 'Workplace')) },
  },
  guard: {
    ...usual('guard'),
    refused: opens('olga', '#/settings/guard', async (page) => {
      await page.getByLabel('Patterns of this desk').fill('Staff number: P-######')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('.error').first().waitFor()
    }),
    also: {
      tried: opens('olga', '#/settings/guard', async (page) => {
        await page.getByLabel('Try it out').fill('My card is 4111 1111 1111 1111')
        await page.getByText('Found: a card number').waitFor()
      }),
    },
  },
  file: {
    ...usual('file'),
    loading: async (studio) => {
      const page = await studio.at('olga', '#/settings/file')
      studio.houseOf('olga').door.blackHole()
      await gives(page, proposed, 'Comparing it with this desk')
      return page
    },
    error: async (studio) => {
      const page = await studio.at('olga', '#/settings/file')
      studio.houseOf('olga').toPostgres.close()
      await gives(page, proposed, 'Compare anew')
      return page
    },
    refused: opens('olga', '#/settings/file', (page) => gives(page, mistaken, 'are wrong')),
    also: { compared: opens('olga', '#/settings/file', (page) => gives(page, proposed, /changes \d+ settings/)) },
  },
  teams: {
    ...usual('teams'),
    refused: opens('olga', '#/settings/teams', async (page) => {
      await dialog('New team')(page)
      await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Network')
      await isRefused(page)
    }),
    also: { dialog: opens('olga', '#/settings/teams', dialog('Workplace')) },
  },
  people: {
    ...usual('people'),
    refused: opens('olga', '#/settings/people', async (page) => {
      await dialog('Invite')(page)
      await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Ada the second')
      await page.getByRole('dialog').getByLabel('E-mail').fill('ada.lindqvist@northwind.example')
      await isRefused(page, 'Invite')
    }),
    also: {
      dialog: opens('olga', '#/settings/people', dialog('Samir Haddad')),
      invited: opens('olga', '#/settings/people', async (page) => {
        await dialog('Invite')(page)
        await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Hanna Vogel')
        await page.getByRole('dialog').getByLabel('E-mail').fill(`hanna.${Date.now()}@northwind.example`)
        await page.getByRole('dialog').getByRole('button', { name: 'Invite', exact: true }).click()
        await page.getByRole('dialog').getByLabel('One-time link', { exact: false }).waitFor()
      }),
    },
  },
  desk: {
    ...usual('desk'),
    refused: opens('olga', '#/settings/desk', async (page) => {
      await page.getByLabel('An offer rings for (seconds)').fill('0')
      await isRefused(page)
    }),
  },
  origins: {
    ...usual('origins'),
    refused: opens('olga', '#/settings/origins', async (page) => {
      await page.getByRole('textbox', { name: 'Pages that may show the widget' }).fill('intranet.example/start')
      await isRefused(page)
    }),
  },
  sites: {
    ...usual('sites'),
    refused: opens('olga', '#/settings/sites', async (page) => {
      await dialog('New site')(page)
      await isRefused(page)
    }),
    also: {
      dialog: opens('olga', '#/settings/sites', async (page) => {
        await page.getByRole('row').nth(1).getByRole('button').click()
        await page.getByRole('dialog').waitFor()
      }),
    },
  },
  webhook: {
    ...usual('webhook'),
    refused: opens('olga', '#/settings/webhook', async (page) => {
      await page.getByLabel('Address').fill('https://tickets.example/hook')
      await isRefused(page)
    }),
    also: {
      tested: opens('olga', '#/settings/webhook', async (page) => {
        await page.getByRole('button', { name: 'Send a test now' }).click()
        await page.locator('.said').first().waitFor()
      }),
    },
  },
  phone,
  remote,
  health: { ...usual('health'), refused: opens('ada', '#/settings/health') },
  audit: { ...usual('audit'), refused: opens('ada', '#/settings/audit') },
  demonstration: {
    ...usual('demonstration'),
    refused: changesNothing,
    also: { dialog: opens('olga', '#/settings/demonstration', dialog('Remove the demonstration')) },
  },
}

/** Chooses a settings file, and waits for what is said of it. */
async function gives(page: Page, file: object, says: string | RegExp) {
  const buffer = Buffer.from(JSON.stringify(file))
  await page.locator('input[type=file]').setInputFiles({ name: 'night-shift.json', mimeType: 'application/json', buffer })
  await page.getByRole('main').getByText(says).first().waitFor()
}

const proposed = {
  version: 1,
  desk: { offerSeconds: 45, reopenDays: 14 },
  teams: [
    { name: 'Workplace', topics: [{ name: 'Laptops' }, { name: 'Meeting rooms' }], routing: { method: 'round-robin', pacingSeconds: 20 } },
    { name: 'Night shift', tier: 2, routing: { overflow: { team: 'Service desk', afterSeconds: 300, atOnce: true } } },
  ],
  agents: [{ email: 'night@northwind.example', skills: { SAP: 3 } }],
}

const mistaken = {
  version: 1,
  desk: { offerSeconds: 1 },
  teams: [{ name: 'Workplace', tier: 12, routing: { overflow: { team: 'Nobody', afterSeconds: 5, atOnce: true }, method: 'by chance' } }],
}

/** The widget stands beside its settings. */
async function previews(page: Page) {
  await page.frameLocator('.widget-preview iframe').getByRole('button', { name: 'Continue' }).waitFor()
}

/** Opens what is folded up for one team. */
