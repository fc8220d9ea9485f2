import { byTeam, type Comparison, type Figure, type Figures, figureKinds, figures } from '../../../shared/simulation.ts'

const names: Record<Figure, string> = {
  asked: 'asked for help',
  served: 'were helped',
  median: 'wait, median',
  p90: 'wait, 9 of 10 within',
  longest: 'wait, longest',
  withinAim: 'helped within the aim',
  gaveUp: 'gave up',
  messages: 'left a message, or are called back',
  closed: 'found nobody',
  waiting: 'still waited at the end',
  moved: 'waited on in another line',
  passedBy: 'were passed by',
  missed: 'offers missed',
  occupancy: 'occupancy of the agents',
  fairness: 'evenness between agents (Jain)',
}

const first = Math.max(...Object.values(names).map(({ length }) => length)) + 2
const column = 12

/** The comparison as people read it: one block for all, and one for each team where there are several. */
export function tableOf(comparison: Comparison): string[] {
  const { present, proposed, asked, agents, seed, aimSeconds } = comparison
  const teams = byTeam(comparison)
  const heads = proposed ? ['present', 'proposed', 'change'] : ['present']
  return [
    `${asked} people, ${agents} agents, seed ${seed}, to be helped within ${aimSeconds} s`,
    '',
    ...block('All', heads, present.all, proposed?.all ?? null),
    ...(teams.length > 1 ? teams : []).flatMap((one) => ['', ...block(one.team, heads, one.present, one.proposed)]),
    '',
    `trace of the present settings   ${present.trace}`,
    ...(proposed ? [`trace of the proposed settings  ${proposed.trace}`] : []),
  ]
}

function block(name: string, heads: readonly string[], present: Figures | null, proposed: Figures | null): string[] {
  const told = (figure: Figure) => cells(figure, present?.[figure] ?? null, proposed?.[figure] ?? null).slice(0, heads.length)
  return [line(cut(name), heads), ...figures.map((figure) => line(`  ${names[figure]}`, told(figure)))]
}

const cells = (figure: Figure, present: number | null, proposed: number | null): string[] => [
  worded(figure, present),
  worded(figure, proposed),
  change(figure, present, proposed),
]

const line = (name: string, told: readonly string[]) => `${name.padEnd(first)}${told.map((one) => one.padStart(column)).join('')}`.trimEnd()
const cut = (name: string) => (name.length < first ? name : `${name.slice(0, first - 2)}…`)

function worded(figure: Figure, value: number | null): string {
  if (value === null) return '–'
  switch (figureKinds[figure].unit) {
    case 'seconds':
      return duration(value)
    case 'part':
      return `${(value * 100).toFixed(1)} %`
    case 'index':
      return value.toFixed(3)
    case 'people':
    case 'offers':
      return String(value)
  }
}

/** Less is better of some and worse of others: the sign says only which way it goes. */
function change(figure: Figure, from: number | null, to: number | null): string {
  if (from === null || to === null) return ''
  const size = worded(figure, Math.abs(to - from))
  if (size === worded(figure, 0)) return '='
  const unit = figureKinds[figure].unit === 'part' ? size.replace('%', 'pp') : size
  return `${to > from ? '+' : '−'}${unit}`
}

function duration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${whole % 60} s`
}
