import { type ComponentProps, h } from 'preact'

interface Drawing {
  name: string
  size?: number
  node: [tag: string, attributes: Record<string, string>][]
}

type Attributes = ComponentProps<'svg'> & { size?: number }

/** Stands in for what Lucide makes its icons with in what browsers load: the same drawing, without the settings that nobody uses. */
export default function createLucideIcon({ name, node }: Drawing) {
  const lines = { fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const
  return ({ size = 24, ...rest }: Attributes) =>
    h(
      'svg',
      { width: size, height: size, viewBox: '0 0 24 24', ...lines, class: `lucide-${name}`, ...rest },
      node.map(([tag, attributes]) => h(tag, attributes)),
    )
}
