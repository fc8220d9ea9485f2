import { expect } from '@jest/globals'
import { firstAdministratorLink } from '../../server/postgres/first-administrator.ts'
import { atConsole } from '../support/at-console.ts'
import { atWidget } from '../support/at-widget.ts'
import { anInspection } from '../support/axe.ts'
import { aStage } from '../support/stage.ts'

const journey = aStage()

journey(
  'Ines installs it: from the one-time link to the first chat',
  async ({ desk, aBrowserOfOnesOwn }) => {
    const inspection = anInspection()
    const page = await (await aBrowserOfOnesOwn()).newPage()
    await page.goto((await firstAdministratorLink(desk.pool, desk.url)) ?? '')
    await page.getByLabel('E-mail').fill('ines@example.com')
    await page.getByLabel('Your name').fill('Ines')
    await page.getByLabel('Password', { exact: true }).fill('a quiet harbour at noon')
    await page.getByLabel('The same password again').fill('a quiet harbour at noon')
    await page.getByRole('button', { name: 'Set password and begin' }).click()

    await page.getByRole('heading', { name: 'What is your help desk called?' }).waitFor()
    await page.getByRole('button', { name: 'Save and go on' }).click()
    await page.getByText('Write a name').waitFor()
    await inspection.looksAt('the name, missing', page)
    await page.getByLabel('Name', { exact: true }).fill('Northwind IT')
    await page.getByLabel('Name', { exact: true }).press('Enter')

    await page.getByRole('heading', { name: 'Who answers first, and about what?' }).waitFor()
    await page.getByRole('button', { name: 'Add a topic' }).click()
    await page.getByRole('textbox', { name: 'Topic 2' }).fill('VPN')
    await inspection.looksAt('the first team', page)
    await page.getByRole('button', { name: 'Save and go on' }).click()

    // Called away, she finds the way back where she left.
    await page.getByRole('heading', { name: 'When does this team take chats?' }).waitFor()
    await page.getByRole('link', { name: 'Finish later' }).click()
    await page.getByRole('complementary').getByText('Your desk: 2 of 6 steps done').waitFor()
    await inspection.looksAt('the checklist', page)
    await page.reload()
    await page.getByRole('link', { name: 'Go on' }).click()
    await page.getByLabel('By the hours below').check()
    await page.getByLabel('Time zone').fill('Europe/Berlin')
    for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'])
      await page.getByLabel(day).fill('0:00-24:00')
    await page.getByText('By these hours it is open now').waitFor()
    await inspection.looksAt('hours', page)
    await page.getByRole('button', { name: 'Save and go on' }).click()

    await page.getByRole('button', { name: 'Invite a person' }).click()
    const dialog = page.getByRole('dialog', { name: 'Invite a person' })
    await dialog.getByLabel('Name').fill('Ada Lovelace')
    await dialog.getByLabel('E-mail').fill('ada@example.com')
    await dialog.getByRole('button', { name: 'Invite' }).click()
    await dialog.getByLabel('One-time link for Ada Lovelace').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    await page.getByText('Invited').waitFor()
    await inspection.looksAt('colleagues', page)
    await page.getByRole('button', { name: 'To the next step' }).click()

    await page.getByLabel('Pages that may show the widget').fill('https://intranet.example')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    expect(await page.getByLabel('Into the page').inputValue()).toBe(`<script async src="${desk.url}/widget.js"></script>`)
    await inspection.looksAt('the page', page)
    await page.getByRole('button', { name: 'To the next step' }).click()

    await page.getByRole('switch', { name: 'Availability: Away' }).click()
    await inspection.looksAt('try it', page)
    const demo = await (await aBrowserOfOnesOwn()).newPage()
    await demo.goto(`${desk.url}/demo`)
    const rita = atWidget(demo, 'Rita', 'Northwind IT')
    await rita.asksForHelp('Is anybody there?', 'VPN')
    await page.getByText('Your first chat has arrived. It works.').waitFor()
    const ines = atConsole(page, 'Ines')
    await ines.accepts('Rita')
    await ines.says('Rita', 'I am.')
    await rita.sees('I am.')

    await page.getByText('Your desk:').waitFor({ state: 'detached' })
    inspection.endsWell()
  },
  150,
)

journey(
  'settings are seen before they are saved, taken back, and refused at the field',
  async ({ desk, agent }) => {
    const inspection = anInspection()
    const { page } = await agent('Olga', { role: 'administrator', wish: 'away' })
    const goes = (place: string) => page.goto(`${desk.url}/console#/settings/${place}`)

    await goes('widget')
    const preview = page.frameLocator('iframe[title="How it reads"]')
    await preview.getByText('IT help desk').waitFor()
    await page.getByLabel('Name of the desk').fill('Northwind IT')
    await preview.getByText('Northwind IT').waitFor()
    await page.getByLabel('Accent', { exact: true }).fill('orange')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Write a colour such as #00767c').waitFor()
    await inspection.looksAt('the widget, with a wrong colour', page)
    await page.getByLabel('Accent', { exact: true }).fill('#7a3db8')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByText('It is as it was before.').waitFor()
    expect(await page.getByLabel('Name of the desk').inputValue()).toBe('')
    await preview.getByText('IT help desk').waitFor()

    await goes('replies')
    await page.getByRole('button', { name: 'New reply' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Greeting')
    await page.getByLabel('Text').fill('Hello {{requester.frist}}')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByText('{{requester.frist}} stands for nothing.').waitFor()
    await inspection.looksAt('a reply, refused', page)
    await page.getByLabel('Text').fill('Hello ')
    await page.getByRole('button', { name: 'Requester’s first name' }).click()
    await page.getByRole('dialog').getByText('Hello Rita').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: 'Hello {{requester.first}}' }).waitFor()
    await inspection.looksAt('replies', page)

    await goes('sites')
    await page.getByRole('button', { name: 'New site' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Intranet')
    await page.getByLabel('Issuer (iss)').fill('https://intranet.example')
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'Python' }).click()
    expect(await page.getByLabel('On the page’s server, in Python').inputValue()).toContain('"iss": "https://intranet.example"')
    await inspection.looksAt('code to paste', page)
    inspection.endsWell()
  },
  150,
)
