import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { aPicture } from '../support/files.ts'
import { chats as people } from '../support/picture-chats.ts'
import { calls } from './calls.ts'
import { consentBars } from './consents.ts'
import type { Scene, Screen } from './screen.ts'
import type { Studio } from './studio.ts'
import { setTargets } from './targets.ts'
import { together } from './together.ts'
import { loses, opens } from './usual.ts'

const pane = (page: Page) => page.getByRole('article', { name: 'Mei Chen', exact: true })
const press = (name: string | RegExp) => async (page: Page) => {
  await pane(page)
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
}

/** A chat of Ada's, among others of hers. */
const inChat =
  (then: (page: Page, studio: Studio) => Promise<unknown> = async () => undefined): Scene =>
  async (studio) => {
    await playTheMorning(studio)
    const page = await studio.at('ada', '#/chats')
    await page.getByRole('link', { name: 'Mei Chen' }).first().click()
    await pane(page).getByText('Noah says the same').waitFor()
    await then(page, studio)
    return page
  }

/** Chats, the line, what rings, and everything that opens over it. */
export const chats: Screen = {
  empty: opens('nora', '#/chats'),
  loading: async (studio) => {
    const known = await studio.consoleOf('ada')
    const page = await studio.aPage(Promise.resolve(known.context()))
    await page.routeWebSocket(/socket\.io/, () => undefined)
    await page.route(/socket\.io/, () => undefined)
    await page.goto(`${studio.busy.url}/console#/chats/${randomUUID()}`)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    return page
  },
  error: async (studio) => {
    await playTheMorning(studio)
    const page = await studio.at('ada', '#/chats')
    studio.busy.toPostgres.close()
    await page
      .getByRole('button', { name: /^Take (?!next)/ })
      .first()
      .click()
    await page.getByText('cannot answer just now').first().waitFor()
    return page
  },
  offline: async (studio) => {
    const page = await inChat()(studio)
    studio.busy.door.close()
    await page.getByText('No connection', { exact: false }).first().waitFor()
    await pane(page).getByRole('textbox').fill('Then everything is as it should be.')
    await pane(page).getByRole('textbox').press('Enter')
    await pane(page).getByText('Waiting to send').waitFor()
    return page
  },
  refused: opens('ada', `#/chats/${randomUUID()}`, (page) => page.getByText('This chat does not exist').waitFor()),
  many: inChat(async (page) => {
    await page.setViewportSize({ width: 2560, height: 1440 })
    for (const name of ['Tom Becker', 'Aisha Khan'])
      await page
        .getByRole('link', { name })
        .first()
        .click({ modifiers: ['Shift'] })
    await page.getByRole('article', { name: 'Aisha Khan', exact: true }).getByText('locked again').first().waitFor()
  }),
  also: {
    list: async (studio) => {
      await playTheMorning(studio)
      return studio.at('ada', '#/chats')
    },
    chat: inChat(),
    articles: inChat(async (page) => {
      await pane(page).getByRole('textbox').fill('??vpn')
      await pane(page)
        .getByRole('button', { name: /^Connect to the VPN from home/ })
        .waitFor()
    }),
    transfer: inChat((page) => press('Transfer')(page)),
    'transfer-summary': inChat(async (page) => {
      await press('Transfer')(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Insert the summary' }).click()
      const comment = await page.getByRole('dialog').locator('textarea').elementHandle()
      await page.waitForFunction((field) => (field as HTMLTextAreaElement).value !== '', comment)
    }),
    'transfer-refused': inChat(async (page) => {
      await press('Transfer')(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click()
      await page.getByRole('dialog').locator('.error').first().waitFor()
    }),
    end: inChat((page) => press('End chat')(page)),
    why: inChat(async (page) => {
      await press('Why here?')(page)
      await page.getByRole('dialog').getByRole('listitem').first().waitFor()
    }),
    note: inChat(async (page) => {
      await press('Note')(page)
      await pane(page).getByRole('textbox').fill('The owner of the mailbox should hear of it, too.')
    }),
    replies: inChat(async (page) => {
      await press('Reply')(page)
      await pane(page).getByRole('textbox').fill('/')
      await page.locator('.replies-menu button').first().waitFor()
    }),
    guides: inChat(async (page) => {
      await press('Reply')(page)
      await pane(page).getByRole('textbox').fill('/guide ')
      await page.locator('.replies-menu button').first().waitFor()
    }),
    guide: async (studio) => {
      await playTheMorning(studio)
      const page = await studio.at('ada', '#/chats')
      await page.getByRole('link', { name: 'Tom Becker' }).first().click()
      const chat = page.getByRole('article', { name: 'Tom Becker', exact: true })
      const card = chat.getByRole('region', { name: 'VPN: cannot connect' })
      await chat.getByRole('textbox', { name: 'Reply to Tom Becker' }).waitFor()
      if ((await card.count()) === 0) {
        await chat.getByRole('textbox').fill('/guide vpn')
        await page.locator('.replies-menu button').first().click()
        await card.getByRole('button', { name: 'Did not help' }).click()
        await card.getByRole('button', { name: 'It opens' }).click()
      }
      await card.getByRole('button', { name: 'Copy' }).waitFor()
      return page
    },
    emoji: inChat(async (page) => {
      await pane(page).getByRole('textbox').fill('')
      await press('Emoji')(page)
      await page.getByRole('gridcell').or(page.locator('.emoji-picker button')).first().waitFor()
    }),
    files: inChat(async (page) => {
      const files = pane(page).locator('input[type=file]').first()
      await files.setInputFiles([
        { name: 'mailbox-rights.png', mimeType: 'image/png', buffer: await aPicture(900, 500) },
        {
          name: 'a-log-with-a-name-that-is-much-longer-than-the-room-for-it-2026-11-22.txt',
          mimeType: 'text/plain',
          buffer: Buffer.from('one line'),
        },
        { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(3_000_000) },
      ])
      await pane(page).getByText('film.mp4').first().waitFor()
    }),
    secret: inChat(async (page) => {
      await pane(page).getByRole('textbox').fill('Then the card is 4111 1111 1111 1111, is it?')
      await pane(page).getByRole('textbox').press('Enter')
      await page.getByRole('alertdialog').waitFor()
    }),
    'ticket-in-short': inChat(async (page) => {
      await page.locator('.about .recap > summary').click()
      await page.locator('.about .recap dl').waitFor()
    }),
    person: inChat((page) => aside(page, 'Person')),
    history: inChat((page) => aside(page, 'History')),
    palette: inChat(async (page) => {
      await page.keyboard.press('Control+K')
      await page.getByRole('dialog').getByRole('combobox').fill('mail')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    }),
    keys: inChat(async (page) => {
      await page.getByRole('link', { name: 'Settings' }).focus()
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
    }),
    ...calls,
    ...consentBars,
    ...together({ inChat, play: playTheMorning }),
    offer: inChat(async (page, studio) => {
      await rings(studio)
      await page.getByRole('region', { name: 'Offers' }).getByRole('button', { name: 'Accept' }).waitFor()
    }),
    decline: inChat(async (page, studio) => {
      await rings(studio)
      await page.getByRole('region', { name: 'Offers' }).getByRole('button', { name: 'Decline' }).click()
    }),
    hold: inChat(press('Put on hold')),
    held: inChat(async (page) => {
      await press('Put on hold')(page)
      await page.getByRole('dialog').getByRole('button', { name: 'Put on hold' }).click()
      await pane(page).getByRole('button', { name: 'Go on' }).first().waitFor()
    }),
    resumed: inChat(async (page) => {
      await press('Go on')(page)
      await pane(page).getByRole('button', { name: 'Put on hold' }).first().waitFor()
    }),
    promise: inChat(press('Promise news')),
    promised: inChat(async (page) => {
      await press('Promise news')(page)
      await page.getByRole('dialog').getByLabel('What about?').fill('Whether the mailbox opens for all three of you')
      await page.getByRole('dialog').getByRole('button', { name: 'Promise', exact: true }).click()
      await pane(page).getByRole('button', { name: 'News given' }).waitFor()
    }),
    escalate: inChat(async (page) => {
      await page.locator('.about-foot').getByRole('button', { name: 'Escalate' }).click()
      await page.getByRole('dialog').getByLabel('What you ask of them').fill('Who may read a shared mailbox: may I add her myself?')
    }),
    escalated: inChat(async (page) => {
      await page.locator('.about-foot').getByRole('button', { name: 'Escalate' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel('To which team').selectOption({ index: 1 })
      await dialog.getByLabel('What you ask of them').fill('Who may read a shared mailbox: may I add her myself?')
      await dialog.getByRole('button', { name: 'Escalate' }).click()
      await page.getByRole('region', { name: 'Escalation' }).getByText('nobody yet').waitFor()
    }),
    return: async (studio) => {
      await playTheMorning(studio)
      const page = await studio.at('olga', '#/tickets')
      await page.getByLabel('Escalation').selectOption({ label: 'Escalated' })
      await page.getByRole('row').nth(1).getByRole('link').first().click()
      await page.getByRole('button', { name: 'Return it' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Return it' }).waitFor()
      return page
    },
    'wrap-up': async (studio) => {
      await playTheMorning(studio)
      const page = await studio.at('ada', '#/chats')
      await page.getByRole('link', { name: 'Sofia Nilsson' }).first().click()
      const sofia = page.getByRole('article', { name: 'Sofia Nilsson', exact: true })
      await sofia.getByRole('button', { name: 'End chat' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'End chat' }).click()
      await sofia.locator('.wrap-up-facts').getByText('min').waitFor()
      await sofia.getByLabel('Outcome').selectOption('')
      await sofia.getByRole('button', { name: 'Resolve', exact: true }).click()
      return page
    },
    back: async (studio) => {
      const page = await inChat()(studio)
      studio.busy.door.close()
      await page.getByText('No connection', { exact: false }).first().waitFor()
      studio.busy.door.heal()
      await page.getByText('Connected again').first().waitFor()
      return page
    },
    // What comes after this has clocks, too.
    due: inChat(async (page, studio) => {
      await setTargets(studio)
      await press('Note')(page)
      await pane(page).getByRole('textbox').fill('She needs it before noon.')
      await pane(page).getByRole('textbox').press('Enter')
      await pane(page).getByRole('list', { name: 'Targets' }).waitFor()
    }),
    lost: loses('nora', '#/chats'),
  },
}

async function aside(page: Page, tab: string) {
  const about = page.locator('.about')
  await about.getByRole('tab', { name: tab }).click()
  await about.getByText('Loading…').first().waitFor({ state: 'detached' })
}

let morning: Promise<void> | undefined
/** Ada has four chats, and two people wait whom nobody takes. */
export function playTheMorning(studio: Studio): Promise<void> {
  morning ??= play(studio)
  return morning
}

async function play(studio: Studio) {
  const olga = await studio.actorFor('olga')
  const { teams } = await olga.ask('teams:list', {})
  const topic = teams.find(({ name }) => name === 'Service desk')?.topics[0]?.id ?? null
  const ada = await studio.actorFor('ada')
  await ada.wishes('available')
  for (const {
    name,
    lines: [first = '', ...lines],
  } of people) {
    const rita = await studio.requester(name)
    const conversation = await rita.asks(first.slice(2), { topic })
    await ada.accepts(await ada.isOffered(conversation))
    await Promise.all([ada.ask('conversation:open', { conversation }), rita.ask('conversation:open', { conversation })])
    for (const line of lines) {
      const [kind, text] = [line[0], line.slice(2)]
      if (kind === 'N') await ada.does(conversation, { kind: 'note', text })
      else await (kind === 'R' ? rita : ada).says(conversation, text)
    }
  }
  await ada.wishes('away')
  await (await studio.requester('Lena Brandt')).asks('Outlook crashes on start since the update of last night, on both of my computers', {
    topic,
  })
  await (await studio.requester('Marcus Hill')).asks('Printer 3F jams on duplex', { topic })
  await (await studio.requester('Yuki Tanaka')).asks('I need a licence for Visio', { topic, entrance: 'message' })
}

async function rings(studio: Studio) {
  await (await studio.actorFor('ada')).wishes('available')
}
