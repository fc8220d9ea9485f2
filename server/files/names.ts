/** A name as it can be shown and saved anywhere: no path, nothing invisible, nothing that a system reads as a command. */
export function cleanName(given: string): string {
  const name = (given.toWellFormed().normalize('NFC').split(/[\\/]/).at(-1) ?? '')
    .replace(unseen, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return shortened(name) || 'file'
}

// Control characters, what turns the direction of writing (`gpj.exe` reads as `exe.jpg`), and what has no width.
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu

const most = 120

/** The ending stays. */
function shortened(name: string) {
  const letters = Array.from(name)
  if (letters.length <= most) return name
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
  return (
    letters
      .slice(0, most - ending.length)
      .join('')
      .trim() + ending
  )
}
