import { shut } from '../../console/models/emergency.ts'
import { aPicture } from '../support/files.ts'
import { known } from './incidents.ts'
import { comes, helped, isGone } from './requesters.ts'
import type { Screen } from './screen.ts'
import type { Studio } from './studio.ts'

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
    await rita.frame.getByLabel('Your name').waitFor()
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

/** Somebody writes what articles tell of. */
const finds = async (studio: Studio) => {
  const rita = await comes(studio, 'Home Hal')
  await rita.frame.getByLabel('What happened?').fill('My vpn does not conect from home')
  await rita.frame.getByRole('region', { name: 'Perhaps this helps' }).waitFor()
  return rita
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
  also: {
    emergency: async (studio) => {
      const olga = await studio.actorFor('olga')
      const { teams } = await olga.ask('teams:list', {})
      const notice = { en: 'The building is being evacuated. We are back as soon as we may go in again.' }
      const undo = await shut(
        olga,
        teams.map(({ id }) => id),
        notice,
      )
      const rita = await comes(studio, 'Home Hal')
      await rita.sees('The building is being evacuated')
      rita.page.once('close', () => void undo())
      return rita.page
    },
    incident: async (studio) => {
      await known(studio)
      const rita = await comes(studio, 'Home Hal')
      await rita.frame.getByLabel('What is it about?').selectOption({ label: 'Password or account' })
      await rita.frame.getByText('Signing in fails for many').waitFor()
      return rita.page
    },
    guides: async (studio) => {
      const rita = await comes(studio, 'Home Hanna')
      await rita.frame.getByText('Help yourself').click()
      await rita.frame.getByRole('button', { name: 'VPN: cannot connect, 5 steps' }).waitFor()
      return rita.page
    },
    found: async (studio) => (await finds(studio)).page,
    article: async (studio) => {
      const rita = await finds(studio)
      await rita.frame.getByRole('button', { name: /^Connect to the VPN from home/ }).click()
      await rita.frame.getByRole('button', { name: 'This solved it' }).waitFor()
      return rita.page
    },
  },
}
