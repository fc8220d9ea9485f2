/** Where the VPN client is found: the corner of a desktop, drawn as a PNG. Null where this machine draws no pictures. */
export async function trayPicture(): Promise<Buffer | null> {
  const sharp = await import('sharp').catch(() => null)
  return sharp ? sharp.default(Buffer.from(corner)).png().toBuffer() : null
}

const line = (x: number, y: number, width: number, colour: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="14" rx="7" fill="${colour}"/>`

/** A menu that has opened above the shield, with its lowest line chosen. */
const menu = `
  <rect x="420" y="120" width="300" height="236" rx="14" fill="#fff"/>
  ${line(448, 154, 150, '#b6c4cf')}${line(448, 198, 204, '#b6c4cf')}${line(448, 242, 120, '#b6c4cf')}
  <rect x="430" y="284" width="280" height="52" rx="8" fill="#d7f0ef"/>
  ${line(448, 303, 96, '#0b7a75')}`

const icons = `
  <path d="M566 396l34 12v26c0 22-15 36-34 44-19-8-34-22-34-44v-26z" fill="#0b7a75"/>
  <path d="M551 436l11 11 20-22" fill="none" stroke="#fff" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>
  <path d="M640 446a34 34 0 0 1 48 0M650 456a20 20 0 0 1 28 0" fill="none" stroke="#e8eef2" stroke-width="6" stroke-linecap="round"/>
  <circle cx="664" cy="466" r="5" fill="#e8eef2"/>
  <rect x="724" y="418" width="48" height="28" rx="5" fill="none" stroke="#e8eef2" stroke-width="5"/>
  <rect x="730" y="424" width="26" height="16" fill="#e8eef2"/>
  ${line(806, 416, 66, '#e8eef2')}${line(820, 440, 52, '#e8eef2')}`

const corner = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="500">
  <defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1">
    <stop offset="0" stop-color="#7db3d4"/><stop offset="1" stop-color="#3c6f94"/>
  </linearGradient></defs>
  <rect width="900" height="500" fill="url(#sky)"/>
  <rect y="376" width="900" height="124" fill="#22303a"/>
  ${menu}${icons}
  <circle cx="566" cy="438" r="58" fill="none" stroke="#f2b84b" stroke-width="8"/>
</svg>`
