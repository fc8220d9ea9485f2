import { afterEach, expect, test } from '@jest/globals'
import { signal } from '@preact/signals'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { createFileDesk } from '../../../shared/client/file-desk.ts'
import { createShowing } from '../../../shared/client/showing.ts'
import { browserStore } from '../../../shared/client/storage.ts'
import type { AttachedFile } from '../../../shared/files.ts'
import { FileList } from '../../../shared/ui/FileList.tsx'
import { GuidePicture } from '../../../shared/ui/GuidePicture.tsx'
import { aLine } from '../client/a-line.ts'

afterEach(cleanup)

const picture: AttachedFile = { id: 'a', name: 'screen.png', type: 'image/png', size: 900, width: 40, height: 30 }

/** Rita sees a message with a picture; the network does with each question for it what the test says. */
function ritaSees(network: () => Promise<Response>) {
  Object.assign(globalThis, { fetch: network })
  Object.assign(URL, { createObjectURL: () => 'blob:picture', revokeObjectURL: () => {} })
  const { connection, ...line } = aLine()
  const setup = { connection, store: browserStore(), keys: 'files:', conversation: 'chat', me: 'rita', key: {}, isOpen: signal(true) }
  const desk = createFileDesk(setup)
  const ours = { desk: signal(desk), want: async () => desk, dispose: () => desk.dispose() }
  render(<FileList files={[picture]} by="Ada" ours={ours} placeOf={() => ({ width: 40, height: 30 })} />)
  return { ...line, desk }
}

const answer = (status: number, body: object) =>
  ({ ok: status === 200, status, blob: async () => new Blob(['x']), json: async () => body }) as Response

test('a picture that could not be fetched without a connection is there as soon as the connection is', async () => {
  let isUp = false
  let asked = 0
  const { cut, restore, desk } = ritaSees(async () => {
    asked++
    if (!isUp) throw new TypeError('Failed to fetch')
    return answer(200, {})
  })
  cut()
  await waitFor(() => expect(asked).toBeGreaterThan(0))
  expect(screen.queryByText(/could not be fetched/)).toBeNull()
  isUp = true
  restore()
  await waitFor(() => expect(document.querySelector('img')?.getAttribute('src')).toBe('blob:picture'))
  desk.dispose()
})

test('a picture that the desk does not have is called so', async () => {
  const { desk } = ritaSees(async () => answer(404, { refusal: 'not-found' }))
  await screen.findByText(/screen.png could not be fetched/)
  desk.dispose()
})

test('the picture of a step keeps its place, says what it shows where it cannot be had, and is fetched once more when asked', async () => {
  let isThere = false
  Object.assign(globalThis, { fetch: async () => (isThere ? answer(200, {}) : answer(404, { refusal: 'not-found' })) })
  Object.assign(URL, { createObjectURL: () => 'blob:step', revokeObjectURL: () => {} })
  const showing = createShowing({ connection: aLine().connection, key: {} })
  const pictures = async () => showing
  const shown = { ...picture, width: 800, height: 400, text: 'The tray' }
  const { container } = render(<GuidePicture picture={shown} pictures={pictures} />)
  expect([container.querySelector('canvas')?.width, container.querySelector('canvas')?.height]).toEqual([360, 180])
  await screen.findByText(/It shows: The tray/)
  isThere = true
  fireEvent.click(screen.getByRole('button', { name: 'Load the picture once more' }))
  expect(document.activeElement).toBe(container.querySelector('.guide-picture'))
  await waitFor(() => expect(container.querySelector('img')?.getAttribute('src')).toBe('blob:step'))
  // Its description is read once: the picture inside says nothing more.
  expect(screen.getByRole('button', { name: 'Open the picture: The tray' }).querySelector('img')?.getAttribute('alt')).toBe('')
  showing.dispose()
})
