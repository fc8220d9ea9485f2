type Colour = readonly [red: number, green: number, blue: number]

/** The tokens that follow from an accent, in one scheme. */
export interface Shades {
  /** What fills buttons and one's own messages. */
  accent: string
  /** Text on it. */
  onAccent: string
  /** The fill while it is pointed at. */
  press: string
  /** A tint to lie behind text. */
  soft: string
  /** The accent as text and as a ring around what has the focus. */
  ink: string
}

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]
/** The darkest of what text stands on in light, and the lightest in dark: tokens.css. */
const paper = { light: '#eef3f4', dark: '#1e282d' }
/** Secondary text, which stands on the tint too: tokens.css. */
const quiet = { light: '#515d63', dark: '#a3adb1' }

/** All that follows from one accent: whatever it is, text can be read on it and in it, at 4.5 to 1 or more. */
export function shadesOf(accent: string): { light: Shades; dark: Shades } {
  const given = parse(accent)
  const bright = until(given, white, (tried) => contrast(tried, parse(paper.dark)) >= 3)
  return {
    light: shades(given, until(mix(given, white, 0.9), white, readsOn(parse(quiet.light))), (soft) =>
      until(given, black, readsOn(soft, parse(paper.light))),
    ),
    dark: shades(bright, until(mix(given, parse(paper.dark), 0.78), parse(paper.dark), readsOn(parse(quiet.dark))), (soft) =>
      until(bright, white, readsOn(soft, parse(paper.dark))),
    ),
  }
}

/** The style sheet that puts these in the place of Firstline's own. */
export function lookSheet(accent: string | null): string {
  if (!accent) return ''
  const { light, dark } = shadesOf(accent)
  const both = (of: (shades: Shades) => string) => `light-dark(${of(light)},${of(dark)})`
  return `:root{${[
    `--accent:${both(({ accent }) => accent)}`,
    `--on-accent:${both(({ onAccent }) => onAccent)}`,
    `--accent-press:${both(({ press }) => press)}`,
    `--accent-soft:${both(({ soft }) => soft)}`,
    `--accent-strong:${both(({ ink }) => ink)}`,
    `--accent-ink:${both(({ ink }) => ink)}`,
  ].join(';')}}`
}

/** How well one colour stands out from another, as WCAG reckons it: from 1 to 21. */
export const contrastOf = (one: string, other: string) => contrast(parse(one), parse(other))

function shades(accent: Colour, soft: Colour, inkOn: (soft: Colour) => Colour): Shades {
  const onAccent = contrast(accent, white) >= 4.5 ? white : black
  return {
    accent: write(accent),
    onAccent: write(onAccent),
    press: write(mix(accent, onAccent === white ? black : white, 0.14)),
    soft: write(soft),
    ink: write(inkOn(soft)),
  }
}

const readsOn =
  (...grounds: Colour[]) =>
  (tried: Colour) =>
    grounds.every((ground) => contrast(rounded(tried), rounded(ground)) >= 4.5)

function until(from: Colour, towards: Colour, isEnough: (tried: Colour) => boolean): Colour {
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mix(from, towards, share)
    if (isEnough(tried)) return tried
  }
  return towards
}

const mix = (one: Colour, other: Colour, share: number) => each((at) => one[at] + (other[at] - one[at]) * share)
const rounded = (colour: Colour) => each((at) => Math.round(colour[at]))

function contrast(one: Colour, other: Colour): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: Colour): number {
  const [red, green, blue] = each((at) => linear(colour[at] / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

const parse = (written: string) => each((at) => Number.parseInt(written.slice(1 + at * 2, 3 + at * 2), 16))
const write = (colour: Colour) =>
  `#${rounded(colour)
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('')}`

const each = (of: (at: 0 | 1 | 2) => number): Colour => [of(0), of(1), of(2)]
