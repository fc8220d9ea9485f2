import type { Page } from 'playwright-core'
import type { Stage } from '../../widget/models/stage.ts'
import { atWidget } from '../support/at-widget.ts'
import { aPicture } from '../support/files.ts'
import type { Screen } from './screen.ts'
import type { Studio } from './studio.ts'

/** Somebody on the demo page with the widget open; without a name, a stranger. */
async function comes(studio: Studio, name: string | null, { house = studio.busy, opens = true } = {}) {
  const page = await studio.aPage()
  await page.goto(`${house.url}/demo`)
  await page.getByRole('button', { name: /^IT help desk chat/ }).waitFor()
  if (name && house === studio.busy) {
    const identity = await studio.identityOf(name)
    await page.evaluate((jwt) => Reflect.get(window, 'Firstline')?.identify(jwt), identity)
  }
  const rita = atWidget(page, name ?? 'Rita')
  if (opens) await rita.opens()
  if (opens && name && house === studio.fresh) {
    await rita.introduces()
    await rita.frame.getByLabel('What happened?').waitFor()
  }
  return rita
}

type Rita = Awaited<ReturnType<typeof comes>>

const isGone = (page: Page, studio: Studio) => {
  studio.busy.door.close()
  return page.frameLocator('iframe').getByText('No connection', { exact: false }).first().waitFor()
}

/** Ben takes the chat of somebody who has asked, out of sight. */
async function accepted(studio: Studio, rita: Rita, text: string) {
  const ben = await studio.actorFor('ben')
  await ben.wishes('away')
  await rita.frame.getByLabel('What happened?').waitFor()
  await rita.asks(text)
  const { line } = await ben.ask('desk:look', {})
  const conversation = line.find(({ requester }) => requester.name === rita.name)?.id ?? ''
  await ben.takes(conversation)
  await ben.ask('conversation:open', { conversation })
  return { ben, conversation }
}

async function helped(studio: Studio, name: string) {
  const rita = await comes(studio, name)
  const { ben, conversation } = await accepted(
    studio,
    rita,
    'Hi, the VPN stopped working at home this morning. It just says “connection timed out”.',
  )
  await ben.says(
    conversation,
    'Morning, sorry about that. Is it the same on your phone’s hotspot? See https://intranet.example/vpn please.',
  )
  await rita.says('Switching to my phone’s hotspot worked for a moment, then it dropped again 😕')
  await rita.frame.locator('.message.ours').nth(1).waitFor()
  return { rita, ben, conversation }
}

async function parted(studio: Studio, name: string) {
  const all = await helped(studio, name)
  await all.ben.does(all.conversation, { kind: 'end' })
  await all.ben.does(all.conversation, {
    kind: 'resolve',
    code: 'solved',
    resolution: 'The password had expired; reset, and the VPN signs in again.',
  })
  await all.rita.frame.getByRole('heading', { name: 'Solved' }).waitFor()
  return all
}

const alike = 'it looks like the chat in this state'

/** The button on the page. */
export const launcher: Screen = {
  empty: async (studio) => (await comes(studio, null, { opens: false })).page,
  loading: 'it is there when it is loaded',
  error: 'without its script there is none',
  offline: 'it looks the same without a network',
  refused: 'on a page that may not show it there is none',
  many: async (studio) => {
    const { rita, ben, conversation } = await helped(studio, 'Launcher Lou')
    await rita.frame.getByRole('button', { name: 'Minimise' }).click()
    for (const text of ['Are you still there?', 'Please try it again.', 'I wait here.']) await ben.says(conversation, text)
    await rita.page.getByRole('button', { name: /3 unread/ }).waitFor()
    return rita.page
  },
}

/** Who are you? */
export const introduce: Screen = {
  empty: async (studio) => (await comes(studio, null)).page,
  loading: async (studio) => {
    const rita = await comes(studio, null)
    await rita.frame.getByLabel('Your name').fill('Rita Moreno')
    await rita.frame.getByLabel('Your e-mail address').fill('rita.moreno@northwind.example')
    studio.busy.door.blackHole()
    await rita.frame.getByRole('button', { name: 'Continue' }).click()
    await rita.frame.getByText('One moment').waitFor()
    return rita.page
  },
  error: async (studio) => {
    const rita = await comes(studio, null)
    studio.busy.toPostgres.close()
    await rita.introduces()
    await rita.frame.getByRole('alert').first().waitFor()
    return rita.page
  },
  offline: async (studio) => {
    const rita = await comes(studio, null)
    await rita.frame.getByLabel('Your name').waitFor()
    studio.busy.door.close()
    await rita.introduces()
    await rita.frame.getByRole('alert').first().waitFor()
    return rita.page
  },
  refused: 'the browser itself says which field is not right yet',
  many: 'there is one form',
}

/** What is wrong, and what was asked before. */
export const home: Screen = {
  empty: async (studio) => {
    const rita = await comes(studio, 'Rita', { house: studio.fresh })
    await rita.sees('Nobody is here right now')
    return rita.page
  },
  loading: async (studio) => {
    const rita = await comes(studio, 'Home Hal')
    await rita.frame.getByLabel('What happened?').waitFor()
    await rita.page.routeWebSocket(/socket\.io/, () => undefined)
    await rita.page.route(/socket\.io/, () => undefined)
    await rita.page.reload()
    await rita.opens()
    await rita.frame.getByText('Loading').first().waitFor()
    return rita.page
  },
  error: async (studio) => {
    const rita = await comes(studio, 'Home Hal')
    await rita.frame.getByLabel('What happened?').fill('Nothing works.')
    studio.busy.toPostgres.close()
    await rita.frame
      .getByRole('button', { name: /Chat with the help desk|Leave a message/ })
      .first()
      .click()
    await rita.frame.getByRole('log').or(rita.frame.getByRole('alert')).first().waitFor()
    return rita.page
  },
  offline: async (studio) => {
    const rita = await comes(studio, 'Home Hal')
    await rita.frame.getByLabel('What happened?').fill('My screen flickers.')
    await isGone(rita.page, studio)
    return rita.page
  },
  refused: async (studio) => {
    const rita = await comes(studio, 'Home Hal')
    await rita.frame.locator('input[type=file]').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(3_000_000) })
    await rita.frame.getByText('film.mp4').first().waitFor()
    return rita.page
  },
  many: async (studio) => {
    const rita = await studio.requester('Mary Many')
    for (const text of [
      'Second monitor, please',
      'The beamer in room 4.12 shows everything upside down since it was cleaned last week',
      'Guest wifi for Friday',
    ])
      await rita.asks(text, { entrance: 'message' })
    const mary = await comes(studio, 'Mary Many')
    await mary.frame.getByText('Second monitor').waitFor()
    const files = mary.frame.locator('input[type=file]')
    await files.setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: await aPicture(900, 500) })
    await mary.frame.getByText('screen.png').first().waitFor()
    return mary.page
  },
}

/** A conversation in each of its stages. A stage that is new in the widget does not compile until it is photographed. */
export const stages: Record<Stage, Screen> = {
  opening: {
    ...only(async (studio) => {
      const rita = await comes(studio, 'Opening Ole')
      await rita.frame.getByLabel('What happened?').fill('The keyboard is wet.')
      await isGone(rita.page, studio)
      await rita.frame
        .getByRole('button', { name: /Chat with the help desk|Leave a message/ })
        .first()
        .click()
      await rita.frame.getByText('Sending your request').waitFor()
      return rita.page
    }),
  },
  waiting: {
    ...only(async (studio) => {
      const rita = await comes(studio, 'Waiting Wanda')
      await (await studio.actorFor('ada')).wishes('available')
      await rita.sees('here')
      await rita.asks('Hi, the VPN stopped working at home this morning.')
      await rita.sees('in line')
      await rita.frame.getByRole('button', { name: 'Attach files' }).waitFor()
      return rita.page
    }),
    also: {
      sure: async (studio) => {
        const rita = await comes(studio, 'Leaving Lou')
        await rita.frame.getByLabel('What happened?').waitFor()
        await rita.asks('Hi, the VPN stopped working at home this morning.')
        await rita.sees('in line')
        await rita.frame.getByRole('button', { name: 'Leave the line' }).click()
        return rita.page
      },
    },
  },
  chat: {
    empty: async (studio) => {
      const rita = await comes(studio, 'Chat Charly')
      await accepted(studio, rita, 'Hello?')
      await rita.sees('is here to help')
      return rita.page
    },
    loading: 'what was said is kept in the browser',
    error: 'what is said meanwhile waits, as without a network',
    offline: async (studio) => {
      const { rita } = await helped(studio, 'Offline Ottilie')
      await isGone(rita.page, studio)
      await rita.says('Got it, trying now')
      await rita.sees('Waiting to send')
      return rita.page
    },
    refused: async (studio) => {
      const { rita } = await helped(studio, 'Refused Rob')
      await rita.frame
        .locator('input[type=file]')
        .setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(3_000_000) })
      await rita.frame.getByText('film.mp4').first().waitFor()
      return rita.page
    },
    many: async (studio) => {
      const { rita, ben, conversation } = await helped(studio, 'Talkative Tess')
      for (let turn = 1; turn <= 20; turn++)
        await ben.says(conversation, `Step ${turn}: please look whether it is plugged in at both ends.`)
      await rita.says('A_word_that_is_far_too_long_to_be_shown_in_one_line_of_the_widget_on_any_phone_that_exists_today')
      await rita.frame.getByText('Seen').or(rita.frame.getByText('Sent')).last().waitFor()
      return rita.page
    },
    also: {
      talk: async (studio) => (await helped(studio, 'Priya Shah')).rita.page,
      emoji: async (studio) => {
        const { rita } = await helped(studio, 'Emil Emoji')
        await rita.frame.getByRole('button', { name: 'Emoji' }).click()
        await rita.frame.locator('.emoji-picker button').first().waitFor()
        return rita.page
      },
      files: async (studio) => {
        const { rita } = await helped(studio, 'Filippa File')
        const files = rita.frame.locator('input[type=file]')
        await files.setInputFiles({ name: 'screen.png', mimeType: 'image/png', buffer: await aPicture(900, 500) })
        await rita.frame.getByText('screen.png').first().waitFor()
        await rita.writing.press('Enter')
        await rita.frame.getByRole('button', { name: 'Open the picture screen.png' }).locator('img').waitFor()
        await files.setInputFiles({ name: 'vpn.log', mimeType: 'text/plain', buffer: Buffer.from('one line') })
        await rita.frame.getByText('vpn.log').first().waitFor()
        return rita.page
      },
      end: async (studio) => {
        const { rita } = await helped(studio, 'Ending Enid')
        await rita.frame.getByRole('button', { name: 'End chat' }).click()
        return rita.page
      },
      typing: async (studio) => {
        const { rita, ben, conversation } = await helped(studio, 'Typing Tim')
        const goesOn = setInterval(() => void ben.ask('conversation:type', { conversation }).catch(() => clearInterval(goesOn)), 1_000)
        rita.page.once('close', () => clearInterval(goesOn))
        await rita.sees('is writing')
        return rita.page
      },
    },
  },
  left: only(async (studio) => {
    const rita = await comes(studio, 'Left Lea')
    await rita.frame.getByLabel('What happened?').fill('My badge does not open the garage.')
    await rita.frame
      .getByRole('button', { name: /Leave a message/ })
      .first()
      .click()
    await rita.sees('Your message is with us')
    return rita.page
  }),
  ended: {
    ...only(async (studio) => (await parted(studio, 'Ended Ed')).rita.page),
    also: {
      rated: async (studio) => {
        const { rita } = await parted(studio, 'Rating Ruth')
        await rita.frame.getByText('4 stars').or(rita.frame.getByLabel('4 stars')).first().click({ force: true })
        await rita.frame.getByRole('textbox').first().waitFor()
        return rita.page
      },
    },
  },
  gone: only(async (studio) => {
    await (await studio.requester('Gone Gus')).asks('Where did it go?', { entrance: 'message' })
    const rita = await comes(studio, 'Gone Gus')
    await rita.frame.getByText('Where did it go?').waitFor()
    studio.busy.toPostgres.close()
    await rita.frame.getByText('Where did it go?').click()
    await rita.frame.getByRole('alert').first().waitFor()
    return rita.page
  }),
}

/** What looks like the chat while something fails. */
function only(many: Screen['many']): Screen {
  return { empty: 'it begins with what was asked', loading: alike, error: alike, offline: alike, refused: alike, many }
}
