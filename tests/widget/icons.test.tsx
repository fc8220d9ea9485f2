import { expect, test } from '@jest/globals'
import { render } from '@testing-library/preact'
import * as lucide from 'lucide-preact'
import type { FunctionComponent } from 'preact'
import * as ours from '../../widget/parts/icons.tsx'

const drawn = (Icon: FunctionComponent<{ size: number }>) => render(<Icon size={18} />).container.querySelector('svg')
const traitsOf = (svg: Element | null) => Object.fromEntries([...(svg?.attributes ?? [])].map(({ name, value }) => [name, value]))

test.each([
  ['X', ours.X, lucide.X],
  ['ArrowRight', ours.ArrowRight, lucide.ArrowRight],
  ['ChevronLeft', ours.ChevronLeft, lucide.ChevronLeft],
  ['Minus', ours.Minus, lucide.Minus],
  ['WifiOff', ours.WifiOff, lucide.WifiOff],
  ['RefreshCw', ours.RefreshCw, lucide.RefreshCw],
])('%s is drawn as lucide draws it', (_name, own, original) => {
  const [mine, theirs] = [drawn(own), drawn(original)]
  expect(mine?.innerHTML).toBe(theirs?.innerHTML)
  const { xmlns, ...traits } = traitsOf(theirs)
  expect(traitsOf(mine)).toEqual(traits)
})
