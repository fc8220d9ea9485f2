/**
 * Shows this text in a field, with the cursor at a place, at once: whoever types on in that very moment goes on behind it. The caller
 * keeps the text, too.
 */
export function putIn(area: HTMLTextAreaElement | null, text: string, cursor = text.length): void {
  if (!area) return
  area.value = text
  area.setSelectionRange(cursor, cursor)
  area.focus()
}
