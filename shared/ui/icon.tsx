/** How both front ends draw an icon of lucide where every byte counts: paths, and a ring around them. */
export const icon =
  (name: string, ...paths: string[]) =>
  ({ size }: { size: number; 'aria-hidden'?: 'true' }) => (
    <svg
      class={`lucide lucide-${name}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {paths.map((d) => (d === ring ? <circle key={d} cx="12" cy="12" r="10" /> : <path key={d} d={d} />))}
    </svg>
  )

export const ring = 'ring'

export const X = icon('x', 'M18 6 6 18', 'm6 6 12 12')
