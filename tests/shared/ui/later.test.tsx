import { expect, test } from '@jest/globals'
import { screen, waitFor } from '@testing-library/preact'
import { render } from 'preact'
import { fetchNow, useLater } from '../../../shared/ui/later.ts'

const settings = async () => 'Opening hours'

function Settings() {
  return <p>{useLater(settings) ?? 'Loading...'}</p>
}

test('a screen that came just after it was drawn as missing is shown, and not waited for for ever', async () => {
  const place = document.createElement('main')
  document.body.append(place)
  // Not by the testing library, whose drawing leaves no moment between what is drawn and what follows from it.
  render(<Settings />, place)
  expect(place.textContent).toBe('Loading...')
  await fetchNow(settings)
  await waitFor(() => screen.getByText('Opening hours'))
  render(null, place)
})
