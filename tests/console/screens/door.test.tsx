import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import type { Http } from '../../../console/http.ts'
import { AccountModel } from '../../../console/models/account.ts'
import { SignIn } from '../../../console/screens/SignIn.tsx'
import { Welcome } from '../../../console/screens/Welcome.tsx'
import { refusals } from '../../../shared/reasons.ts'
import { type RefusalCode, Refused } from '../../../shared/refusal.ts'
import { until } from '../../shared/client/a-line.ts'
import { ada } from '../a-desk.ts'

afterEach(cleanup)

const me = { id: ada, name: 'Ada Abel', email: 'ada@example.com', role: 'agent', teams: [] }

/** A server of which the test says how it answers each path. */
function aServer(answers: Record<string, unknown | Refused>) {
  const heard: { path: string; body: unknown }[] = []
  const answer = async (path: string, body?: unknown) => {
    heard.push({ path, body })
    if (answers[path] instanceof Refused) throw answers[path]
    return answers[path]
  }
  return { http: { get: answer, post: answer } as Http, heard, answers }
}

const write = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const no = (code: RefusalCode) => new Refused(code)

test('Ada signs in', async () => {
  const { http, heard } = aServer({ '/api/sign-in': me })
  const account = new AccountModel(http)
  render(<SignIn account={account} because={null} />)

  write('E-mail', 'ada@example.com')
  write('Password', 'correct horse')
  press('Sign in')

  await until(() => account.presence.value.kind === 'signed-in')
  expect(heard).toEqual([{ path: '/api/sign-in', body: { email: 'ada@example.com', password: 'correct horse' } }])
})

test('a wrong password is answered with a sentence, and nothing else is lost', async () => {
  render(<SignIn account={new AccountModel(aServer({ '/api/sign-in': no('wrong-password') }).http)} because={null} />)

  write('E-mail', 'ada@example.com')
  write('Password', 'wrong horse')
  press('Sign in')

  expect(await screen.findByText(refusals['wrong-password'])).toBeTruthy()
  expect((screen.getByLabelText('E-mail') as HTMLInputElement).value).toBe('ada@example.com')
})

test('what is missing is said at its field, and nothing is sent', () => {
  const { http, heard } = aServer({})
  render(<SignIn account={new AccountModel(http)} because={null} />)

  press('Sign in')

  expect(screen.getByLabelText('E-mail').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText('Write your password')).toBeTruthy()
  expect(heard).toEqual([])
})

test('who was disabled reads why he stands before the door', () => {
  render(<SignIn account={new AccountModel(aServer({}).http)} because="disabled" />)

  expect(screen.getByText('Your account was disabled. Ask an administrator.')).toBeTruthy()
})

test('an end that is announced says more than the closed door that follows it', async () => {
  const account = new AccountModel(aServer({ '/api/me': me }).http)
  await account.ask()

  account.over('signed-out')
  account.over('disabled')

  expect(account.presence.value).toEqual({ kind: 'signed-out', because: 'disabled' })
})

test('an invited colleague chooses a password, and sees when it is good enough', async () => {
  const { http, heard } = aServer({
    '/api/invitation/look': { name: 'Ada Abel', email: 'ada@example.com' },
    '/api/invitation/accept': me,
  })
  const account = new AccountModel(http)
  render(<Welcome account={account} token="abc" />)
  await screen.findByText('Welcome, Ada Abel')

  write('Password', 'correct')
  expect(screen.getByRole('status').textContent).toBe('5 characters to go')
  write('Password', 'correct horse')
  expect(screen.getByRole('status').textContent).toBe('Long enough')
  write('The same password again', 'correct hose')
  expect(screen.getByRole('status').textContent).toBe('The two passwords differ')
  write('The same password again', 'correct horse')
  press('Set password and begin')

  await until(() => account.presence.value.kind === 'signed-in')
  expect(heard.at(-1)?.body).toEqual({ token: 'abc', name: 'Ada Abel', password: 'correct horse' })
})

test('the first administrator is asked for an e-mail address too', async () => {
  const { http, heard } = aServer({ '/api/invitation/look': { name: 'Administrator', email: null }, '/api/invitation/accept': me })
  render(<Welcome account={new AccountModel(http)} token="abc" />)
  await screen.findByText('Welcome. You will be the first administrator.')
  await until(() => document.activeElement === screen.getByLabelText('E-mail'))

  write('Password', 'correct horse')
  write('The same password again', 'correct horse')
  press('Set password and begin')

  expect(await screen.findByText('Write an e-mail address')).toBeTruthy()
  expect(screen.getByText('Write your name')).toBeTruthy()
  expect(heard).toHaveLength(1)

  write('E-mail', 'olga@example.com')
  write('Your name', 'Olga')
  press('Set password and begin')
  await until(() => heard.length === 2)
  expect(heard.at(-1)?.body).toMatchObject({ email: 'olga@example.com', name: 'Olga', language: 'en' })
})

test('a link that was used says what to do', async () => {
  render(<Welcome account={new AccountModel(aServer({ '/api/invitation/look': no('link-over') }).http)} token="abc" />)

  expect(await screen.findByText(/has been used or is too old/)).toBeTruthy()
})
