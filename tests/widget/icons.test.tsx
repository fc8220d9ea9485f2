import { expect, test } from '@jest/globals'
import { render } from '@testing-library/preact'
import * as lucide from 'lucide-preact'
import type { FunctionComponent } from 'preact'
import * as talking from '../../shared/ui/icons.tsx'
import * as first from '../../widget/parts/icons.tsx'

type Icon = FunctionComponent<{ size: number }>

const originals = lucide as unknown as Record<string, Icon>
const drawn = (Icon: Icon) => render(<Icon size={18} />).container.querySelector('svg')
const traitsOf = (svg: Element | null) => Object.fromEntries([...(svg?.attributes ?? [])].map(({ name, value }) => [name, value]))

test.each(Object.entries({ ...first, ...talking }))('%s is drawn as lucide draws it', (name, own) => {
  const original = originals[name]
  if (!original) throw new Error(`lucide has no ${name}`)
  const [mine, theirs] = [drawn(own), drawn(original)]
  expect(mine?.innerHTML).toBe(theirs?.innerHTML)
  const { xmlns, ...traits } = traitsOf(theirs)
  expect(traitsOf(mine)).toEqual(traits)
})
