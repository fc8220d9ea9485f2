import { expect } from '@jest/globals'
import { focusOn, tabsTo } from '../support/keyboard.ts'
import { comesTo } from '../support/reading.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage({ settings: { logAfterSeconds: 0 } })

journey(
  'Rita and Ada use no mouse, from the question to the ticket, and always see where they are',
  async ({ requester, agent }) => {
    const ada = await agent('Ada Lovelace', { wish: 'away' })
    const rita = await requester('Rita')
    const [hers, adas] = [rita.page, ada.page]
    await tabsTo(adas, 'Availability: Away')
    await adas.keyboard.press('Space')
    await adas.getByRole('switch', { name: 'Availability: Available' }).waitFor()

    await tabsTo(hers, 'IT help desk chat')
    await hers.keyboard.press('Enter')
    await rita.frame.getByLabel('Your name').waitFor()
    await tabsTo(hers, 'Your name')
    await hers.keyboard.type('Rita')
    await tabsTo(hers, 'Your e-mail address')
    await hers.keyboard.type('rita@example.com')
    await hers.keyboard.press('Enter')
    await rita.sees('1 person is here')
    await tabsTo(hers, 'What is it about?')
    await hers.keyboard.type('Computer')
    await tabsTo(hers, 'What happened?')
    await hers.keyboard.type('The lid does not close.')
    await tabsTo(hers, 'Chat with the help desk')
    await hers.keyboard.press('Enter')
    await rita.sees('1st')

    await ada.offerOf('Rita').waitFor()
    await adas.keyboard.press('Alt+n')
    await ada.pane('Rita').waitFor()
    await comesTo(async () => (await focusOn(adas))?.name, 'Reply to Rita')
    await adas.keyboard.type('Is there a pencil in it?')
    await adas.keyboard.press('Enter')
    await rita.sees('Is there a pencil in it?')
    await tabsTo(hers, 'Your message')
    await hers.keyboard.type('There was,')
    await hers.keyboard.press('Shift+Enter')
    await hers.keyboard.type('thank you.')
    await hers.keyboard.press('Enter')
    await comesTo(
      () => ada.reads('Rita'),
      ['Rita: The lid does not close.', 'Ada Lovelace: Is there a pencil in it?', 'Rita: There was,\nthank you.'],
    )

    await tabsTo(adas, 'Note', 'Shift+Tab')
    await adas.keyboard.press('Enter')
    await adas.keyboard.type('Pencils again.')
    await adas.keyboard.press('Enter')
    await ada.pane('Rita').getByText('Note, only agents see this. Pencils again.').waitFor()
    await tabsTo(adas, 'End chat', 'Shift+Tab')
    await adas.keyboard.press('Enter')
    await adas.getByRole('dialog').waitFor()
    await tabsTo(adas, 'End chat')
    await adas.keyboard.press('Enter')
    await ada.pane('Rita').getByLabel('Outcome').waitFor()
    await tabsTo(adas, 'Outcome')
    await adas.keyboard.type('Solved')
    await tabsTo(adas, 'Resolution')
    await adas.keyboard.type('The pencil is out.')
    await tabsTo(adas, /^Resolve ?Ctrl/)
    await adas.keyboard.press('Enter')

    await rita.sees('The pencil is out.')
    await tabsTo(hers, '1 star')
    for (const stars of ['2 stars', '3 stars', '4 stars']) {
      await hers.keyboard.press('ArrowRight')
      await comesTo(async () => (await focusOn(hers))?.name, stars)
    }
    await tabsTo(hers, 'Send')
    await hers.keyboard.press('Enter')
    await rita.sees('Thank you for telling us.')

    await tabsTo(adas, 'Tickets')
    await adas.keyboard.press('Enter')
    await adas.getByRole('heading', { name: 'Tickets' }).waitFor()
    await tabsTo(adas, 'Search subject, messages and resolution')
    await adas.keyboard.type('pencil')
    await comesTo(async () => {
      await adas.keyboard.press('Enter')
      return adas.getByRole('row').filter({ hasText: 'The lid does not close.' }).count()
    }, 1)
    await tabsTo(adas, /^INC-\d{6}$/)
    await adas.keyboard.press('Enter')
    await adas.getByRole('heading', { name: 'The lid does not close.' }).waitFor()
    await ada.sees('Rated 4 of 5.')

    await hers.keyboard.press('Escape')
    await comesTo(async () => (await focusOn(hers))?.name, 'IT help desk chat')
    expect(await hers.locator('iframe[title="IT help desk"]').isVisible()).toBe(false)
  },
  150,
)
