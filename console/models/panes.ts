/** Up to three chats stand side by side. */
const most = 3

/** Those that have room on the screen, the one in focus always among them. */
export function fitting(shown: readonly string[], focus: string | null, room: number): readonly string[] {
  if (shown.length <= room) return shown
  const at = Math.max(0, shown.indexOf(focus ?? ''))
  const from = Math.max(0, at - room + 1)
  return shown.slice(from, from + room)
}

/** One in the place of what had the focus. */
export function replaced(shown: readonly string[], focus: string | null, id: string): readonly string[] {
  if (shown.includes(id)) return shown
  const at = shown.indexOf(focus ?? '')
  return at < 0 ? [id] : shown.with(at, id)
}

/** One to the right of what has the focus; the first of the others makes room. */
export function joined(shown: readonly string[], focus: string | null, id: string): readonly string[] {
  const others = shown.filter((one) => one !== id)
  const leaving = others.length < most ? null : others.find((one) => one !== focus)
  const kept = others.filter((one) => one !== leaving)
  return kept.toSpliced(kept.indexOf(focus ?? '') + 1, 0, id)
}
