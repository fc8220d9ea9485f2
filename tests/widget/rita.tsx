import { fireEvent, render, screen } from '@testing-library/preact'
import { Widget } from '../../widget/parts/Widget.tsx'
import { aBrowserOfRita, type aSlowFetch } from './a-visit.ts'

type Options = Parameters<typeof aBrowserOfRita>[0]

/** Rita has said who she is. */
export async function ritaIsKnown(options?: Options, fetchTalk?: ReturnType<typeof aSlowFetch>['fetchTalk']) {
  const browser = aBrowserOfRita(options)
  const visit = browser.aTab(fetchTalk)
  let closed = 0
  render(<Widget visit={visit} close={() => closed++} />)
  fireEvent.input(screen.getByLabelText('Your name'), { target: { value: 'Rita' } })
  fireEvent.input(screen.getByLabelText('Your e-mail address'), { target: { value: 'rita@example.com' } })
  fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
  await screen.findByRole('heading', { name: /Hello Rita/ })
  return { ...browser, visit, closed: () => closed }
}

export async function ritaWaits() {
  const all = await ritaIsKnown()
  await screen.findByText('3 people are here · about 2 to 5 min')
  fireEvent.input(screen.getByLabelText('What happened?'), { target: { value: 'My screen is black' } })
  fireEvent.click(screen.getByRole('button', { name: 'Chat with the help desk' }))
  await screen.findByText('Your request has the number INC-000012.')
  return all
}

export async function ritaChats() {
  const all = await ritaWaits()
  all.desk.adaTakesIt()
  await screen.findByRole('heading', { name: 'Ada' })
  return all
}
