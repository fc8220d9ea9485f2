/** Selects what stands in a field and copies it, also on pages without TLS, where browsers keep their clipboard from us. */
export async function copyOf(field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  if (!field) return false
  field.select()
  if (!navigator.clipboard) return document.execCommand('copy')
  return navigator.clipboard.writeText(field.value).then(
    () => true,
    () => false,
  )
}
