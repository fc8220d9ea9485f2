import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { Http } from '../../../console/http.ts'
import { AccountModel } from '../../../console/models/account.ts'
import { AccountPage } from '../../../console/screens/settings/AccountPage.tsx'
import { refusals } from '../../../shared/reasons.ts'
import { Refused } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { aConsole, closeConsoles } from '../a-console.tsx'

afterEach(() => {
  cleanup()
  closeConsoles()
})

const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const contentOf = (label: string) => (screen.getByLabelText(label) as HTMLInputElement).value
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

/** Ada's account, where the server knows her present password. */
async function herAccount() {
  const { session, line } = await aConsole({}, {}, '#/nowhere')
  cleanup()
  const heard: unknown[] = []
  const post = async (_: string, body: unknown) => {
    heard.push(body)
    if (JSON.stringify(body).includes('a wrong one')) throw new Refused('not-your-password')
  }
  const account = new AccountModel({ get: async () => session.me, post } as Http)
  await account.ask()
  render(<AccountPage session={{ ...session, account }} />)
  return { session, line, account, heard }
}

test('a wrong present password is said at its field; the right one changes it, and the fields are empty again', async () => {
  const { session, heard } = await herAccount()
  write('Present password', 'a wrong one')
  write('New password', 'too short')
  write('The same password again', 'something else')
  press('Change password')
  expect(screen.getByText('3 characters to go')).toBeTruthy()
  expect(screen.getByText('The two passwords differ')).toBeTruthy()
  expect(heard).toEqual([])

  write('New password', 'another good password')
  write('The same password again', 'another good password')
  press('Change password')
  await screen.findByText(refusals['not-your-password'])
  expect(screen.getByLabelText('Present password').getAttribute('aria-invalid')).toBe('true')
  expect(contentOf('New password')).toBe('another good password')

  write('Present password', 'correct horse')
  press('Change password')
  await until(() => contentOf('Present password') === '')
  expect(heard.at(-1)).toEqual({ present: 'correct horse', password: 'another good password' })
  expect(session.notices.list.value.map(({ text }) => text)).toEqual(['Your password is changed. Your other devices are signed out.'])
})

test('Ada takes another name, and the console knows it', async () => {
  const { line, account } = await herAccount()
  line.answering['people:rename'] = ({ name }) => ({ name })
  write('Your name', ' ')
  press('Save')
  expect(screen.getByText('Write your name')).toBeTruthy()
  write('Your name', 'Ada Lovelace ')
  press('Save')
  await screen.findByText('Saved')
  expect(line.askedFor('people:rename')).toEqual([{ name: 'Ada Lovelace' }])
  expect(account.presence.value).toMatchObject({ kind: 'signed-in', me: { name: 'Ada Lovelace' } })
})
