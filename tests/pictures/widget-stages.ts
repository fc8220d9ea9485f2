import { randomUUID } from 'node:crypto'
import type { Stage } from '../../widget/models/stage.ts'
import { aPicture } from '../support/files.ts'
import { consents } from './consents.ts'
import { known } from './incidents.ts'
import { accepted, comes, helped, isGone, parted } from './requesters.ts'
import type { Screen } from './screen.ts'

const alike = 'it looks like the chat in this state'

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
      guides: async (studio) => {
        const rita = await comes(studio, 'Meanwhile Mia')
        await rita.frame.getByLabel('What happened?').waitFor()
        await rita.asks('Hi, the VPN stopped working at home this morning.')
        await rita.frame.getByRole('button', { name: 'VPN: cannot connect, 5 steps' }).waitFor()
        return rita.page
      },
      incident: async (studio) => {
        await known(studio)
        const rita = await comes(studio, 'Affected Alma')
        await rita.frame.getByLabel('What happened?').waitFor()
        await rita.asks('Nothing gets through from home.', 'Password or account')
        await rita.frame.getByRole('button', { name: 'Me too: stop waiting' }).waitFor()
        return rita.page
      },
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
      ...consents,
      article: async (studio) => {
        const { rita, ben, conversation } = await helped(studio, 'Reading Rhea')
        const { articles } = await ben.ask('articles:list', {})
        const article = articles.find(({ title }) => title === 'Connect to the VPN from home')?.id ?? ''
        await ben.ask('articles:send', { conversation, id: randomUUID(), article })
        await rita.frame.getByText('Connect to the VPN from home').first().waitFor()
        return rita.page
      },
      talk: async (studio) => (await helped(studio, 'Priya Shah')).rita.page,
      secret: async (studio) => {
        const { rita } = await helped(studio, 'Secret Sue')
        await rita.says('My password is Gr33n-Tea')
        await rita.frame.getByRole('alertdialog').waitFor()
        return rita.page
      },
      guide: async (studio) => {
        const { rita, ben, conversation } = await helped(studio, 'Guided Gina')
        const { guides } = await ben.ask('guides:list', {})
        const guide = guides.find(({ name }) => name.startsWith('VPN'))?.id ?? ''
        await ben.does(conversation, { kind: 'start-guide', guide })
        await rita.frame.getByRole('button', { name: 'Did not help' }).click()
        await rita.frame.getByRole('button', { name: 'It opens' }).click()
        await rita.frame.getByRole('button', { name: 'Copy' }).waitFor()
        return rita.page
      },
      'guide-picture': async (studio) => {
        const { rita, ben, conversation } = await helped(studio, 'Pictured Pam')
        const { guides } = await ben.ask('guides:list', {})
        const guide = guides.find(({ name }) => name.startsWith('VPN'))?.id ?? ''
        await ben.does(conversation, { kind: 'start-guide', guide })
        await rita.frame.getByRole('button', { name: 'Open the picture' }).locator('img').waitFor()
        return rita.page
      },
      promised: async (studio) => {
        const { rita, ben, conversation } = await helped(studio, 'Promised Pia')
        await ben.does(conversation, {
          kind: 'promise',
          until: new Date(Date.now() + 45 * 60_000).toISOString(),
          text: 'What the network team finds',
        })
        await rita.frame.getByRole('region', { name: 'Next news' }).waitFor()
        return rita.page
      },
      worked: async (studio) => {
        const { rita, ben, conversation } = await helped(studio, 'Worked Wim')
        const { teams } = await ben.ask('desk:look', {})
        const team = teams.find(({ name }) => name !== 'Service desk')?.id ?? ''
        const brief = { symptom: 'The VPN times out', impact: '', environment: '', steps: '', ask: 'Which gateway?' }
        await ben.does(conversation, { kind: 'escalate', team, brief })
        await ben.does(conversation, { kind: 'promise', until: new Date(Date.now() + 45 * 60_000).toISOString(), text: '' })
        await ben.does(conversation, { kind: 'end' })
        await rita.frame.getByRole('heading', { name: 'The chat has ended' }).waitFor()
        await rita.sees('Being worked on')
        return rita.page
      },
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
        await rita.frame
          .getByRole('button', { name: /screen.png/ })
          .first()
          .waitFor()
        await rita.frame.getByRole('button', { name: 'Remove screen.png' }).waitFor({ state: 'detached' })
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
  left: {
    ...only(async (studio) => {
      const rita = await comes(studio, 'Left Lea')
      await rita.frame.getByLabel('What happened?').fill('My badge does not open the garage.')
      await rita.frame
        .getByRole('button', { name: /Leave a message/ })
        .first()
        .click()
      await rita.sees('Your message is with us')
      return rita.page
    }),
    also: {
      'me-too': async (studio) => {
        await known(studio)
        const rita = await comes(studio, 'Too Timo')
        await rita.frame.getByLabel('What is it about?').selectOption({ label: 'Password or account' })
        const incident = rita.frame.getByRole('article').filter({ hasText: 'Signing in fails for many' })
        await incident.getByRole('button', { name: 'Me too' }).click()
        await rita.sees('Noted, your number is')
        return rita.page
      },
    },
  },
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
    const rita = await comes(studio, 'Gone Gus')
    await rita.frame.getByLabel('What happened?').waitFor()
    // It was erased meanwhile.
    await rita.frame.locator('body').evaluate((_body, id) => localStorage.setItem('firstline:conversation', id), randomUUID())
    await rita.page.reload()
    await rita.opens()
    await rita.frame.getByRole('alert').first().waitFor()
    return rita.page
  }),
}

/** What looks like the chat while something fails. */
function only(many: Screen['many']): Screen {
  return { empty: 'it begins with what was asked', loading: alike, error: alike, offline: alike, refused: alike, many }
}
