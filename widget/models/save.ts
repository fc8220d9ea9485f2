/** Saves a text as a file on the reader's own device. */
export function saveText({ name, text }: { name: string; text: string }) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has taken the file by the next turn at the latest.
  setTimeout(() => URL.revokeObjectURL(address), 1000)
}
