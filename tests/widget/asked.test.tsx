import { afterEach, expect, test } from '@jest/globals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { newId } from '../../shared/client/ids.ts'
import { defaultLook, type WidgetLook } from '../../shared/look.ts'
import { refuse } from '../../shared/refusal.ts'
import { Widget } from '../../widget/parts/Widget.tsx'
import { aBrowserOfRita, leaveAll, someoneIsHere } from './a-visit.ts'
import { ritaIsKnown } from './rita.tsx'

afterEach(() => {
  cleanup()
  leaveAll()
})

test('before anybody says who he is, he is told who is here', async () => {
  const visit = aBrowserOfRita().aTab()
  render(<Widget visit={visit} close={() => {}} />)
  expect(await screen.findByText('3 people are here · about 2 to 5 min')).toBeTruthy()
  expect(screen.getByLabelText('Your name')).toBeTruthy()
})

test('what is missing or wrong is said at its field, and the first such field has the focus', async () => {
  render(<Widget visit={aBrowserOfRita().aTab()} close={() => {}} />)
  const [name, email] = [screen.getByLabelText('Your name'), screen.getByLabelText('Your e-mail address')]
  fireEvent.input(name, { target: { value: '  ' } })
  fireEvent.input(email, { target: { value: 'rita' } })
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(document.activeElement).toBe(name))
  expect([saidAt(name), saidAt(email)]).toEqual(['Please fill this in.', 'Please check this address. It looks like name@example.com.'])

  fireEvent.input(name, { target: { value: 'Rita' } })
  await waitFor(() => expect(saidAt(name)).toBeUndefined())
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
  await waitFor(() => expect(document.activeElement).toBe(email))
  fireEvent.input(email, { target: { value: 'rita@example.com' } })
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }))

  const what = await screen.findByLabelText('What happened?')
  for (const name of ['Chat with the help desk', 'Leave a message instead']) {
    fireEvent.click(await screen.findByRole('button', { name }))
    await waitFor(() => expect(saidAt(what)).toBe('Please fill this in.'))
    fireEvent.input(what, { target: { value: ' ' } })
    await waitFor(() => expect(saidAt(what)).toBeUndefined())
  }
})

/** The sentence that is read with a field which is wrong. */
const saidAt = (field: HTMLElement) =>
  field.getAttribute('aria-invalid') === 'true'
    ? document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent
    : undefined

test('the desk words its widget, and asks what else it wants to know', async () => {
  const look: WidgetLook = {
    ...defaultLook,
    texts: { en: { name: 'Service Point', greeting: 'how can we help?', hint: 'Tell us' } },
    fields: [
      { id: newId(), label: 'Building', required: true, choices: ['North', 'South'] },
      { id: newId(), label: 'Room', required: false, choices: [] },
    ],
  }
  const { desk } = await ritaIsKnown({ look })
  const [building, room] = look.fields.map(({ id }) => id)
  expect(await screen.findByRole('heading', { name: 'Hello Rita, how can we help?' })).toBeTruthy()
  expect(screen.getByText('Service Point')).toBeTruthy()
  fireEvent.input(screen.getByPlaceholderText('Tell us'), { target: { value: 'My screen is black' } })
  fireEvent.change(screen.getByLabelText('Building'), { target: { value: 'South' } })
  fireEvent.input(screen.getByLabelText('Room (optional)'), { target: { value: ' 17 ' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Chat with the help desk' }))
  await screen.findByText('Your request has the number INC-000012.')
  expect(desk.line.askedFor('conversation:act')[0]?.act).toMatchObject({
    text: 'My screen is black',
    answers: [
      { field: building, label: 'Building', text: 'South' },
      { field: room, label: 'Room', text: '17' },
    ],
  })
})

test('what the desk wants to know since the page was loaded is named, and nothing that was written is lost', async () => {
  const { desk, becomes } = await ritaIsKnown()
  const honest = desk.line.answering['conversation:act']
  desk.line.answering['conversation:act'] = (asked) =>
    asked.act.kind === 'open' && !asked.act.answers ? refuse('answers-needed') : (honest?.(asked) ?? { left: [] })
  becomes({ ...defaultLook, fields: [{ id: newId(), label: 'Building', required: true, choices: [] }] })
  const chosen = () => (screen.getByLabelText('What is it about?') as HTMLSelectElement).selectedOptions[0]?.text
  fireEvent.change(screen.getByLabelText('What is it about?'), { target: { value: someoneIsHere.topics[0]?.id } })
  fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'My screen is black' } })
  fireEvent.click(await screen.findByRole('button', { name: 'Chat with the help desk' }))
  expect(await screen.findByText('Still needed: Building.')).toBeTruthy()

  fireEvent.click(screen.getByRole('button', { name: 'Change it' }))
  fireEvent.input(await screen.findByLabelText('Building'), { target: { value: 'North' } })
  expect((screen.getByLabelText('What happened?') as HTMLTextAreaElement).value).toBe('My screen is black')
  expect(chosen()).toBe('Network')
  fireEvent.click(screen.getByRole('button', { name: 'Chat with the help desk' }))
  expect(await screen.findByText('Your request has the number INC-000012.')).toBeTruthy()
})
