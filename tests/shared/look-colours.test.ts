import fc from 'fast-check'
import { contrastOf, lookSheet, shadesOf } from '../../shared/look-colours.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

test('whatever accent somebody chooses, text can be read on it and in it, in light and dark', () => {
  fc.assert(
    fc.property(colour, (accent) => {
      const { light, dark } = shadesOf(accent)
      const grounds = { light: ['#ffffff', '#eef3f4', light.soft], dark: ['#141d22', '#1e282d', dark.soft] }
      for (const { accent, onAccent, press, ink } of [light, dark]) {
        expect(contrastOf(onAccent, accent)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(onAccent, press)).toBeGreaterThanOrEqual(4.5)
        for (const ground of ink === light.ink ? grounds.light : grounds.dark) expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(4.5)
      }
      // Secondary text stands on the tint.
      expect(contrastOf('#515d63', light.soft)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf('#a3adb1', dark.soft)).toBeGreaterThanOrEqual(4.5)
      expect(contrastOf(dark.accent, '#141d22')).toBeGreaterThanOrEqual(3)
    }),
    { numRuns: 500 },
  )
})

test('the accent stays what was chosen where light allows it', () => {
  expect(shadesOf('#7a1fa2').light).toMatchObject({ accent: '#7a1fa2', onAccent: '#ffffff' })
  expect(shadesOf('#ffd500').light).toMatchObject({ accent: '#ffd500', onAccent: '#000000' })
  expect(lookSheet(null)).toBe('')
  expect(lookSheet('#7a1fa2')).toContain('--accent:light-dark(#7a1fa2,')
})
