/** A file that goes along with a message. A picture that can be shown has a width and a height; others are shown by name. */
export interface AttachedFile {
  id: string
  name: string
  /** Its media type, as found in its content. */
  type: string
  size: number
  width?: number
  height?: number
}

/** So many files go along with one message. */
export const mostFiles = 10

/** A picture has at most so many pixels: it would take more memory than a browser should be asked for. */
export const mostPixels = 50_000_000

const office = ['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'vsdx']

/**
 * What may be sent: each kind of content, with the endings that the name of such a file may have, the proper one first.
 * Nothing among it runs when it is opened, on whatever machine.
 */
export const contents: Record<string, readonly string[]> = {
  png: ['png'],
  jpg: ['jpg', 'jpeg', 'jfif'],
  gif: ['gif'],
  webp: ['webp'],
  bmp: ['bmp'],
  tif: ['tif', 'tiff'],
  heic: ['heic', 'heif'],
  avif: ['avif'],
  pdf: ['pdf'],
  rtf: ['rtf', 'doc'],
  // What Office and Outlook wrote before 2007 and still do.
  cfb: ['doc', 'xls', 'ppt', 'msg', 'vsd'],
  ...Object.fromEntries(office.map((ending) => [ending, [ending]])),
  zip: ['zip', ...office],
  '7z': ['7z'],
  rar: ['rar'],
  gz: ['gz', 'tgz'],
  'tar.gz': ['tgz', 'gz'],
  tar: ['tar'],
  bz2: ['bz2'],
  xz: ['xz'],
  zst: ['zst'],
  mp4: ['mp4', 'm4v', 'mov'],
  m4v: ['m4v', 'mp4'],
  mov: ['mov'],
  webm: ['webm'],
  mkv: ['mkv', 'webm'],
  mp3: ['mp3'],
  m4a: ['m4a'],
  wav: ['wav'],
  oga: ['ogg', 'oga'],
  ogg: ['ogg'],
  ogv: ['ogv', 'ogg'],
  opus: ['opus', 'ogg'],
  pcap: ['pcap', 'pcapng'],
  ics: ['ics'],
  vcf: ['vcf'],
  text: ['txt', 'log', 'csv', 'tsv', 'md', 'json', 'yaml', 'yml', 'ini', 'conf', 'cfg', 'toml', 'eml', 'sql', 'diff', 'patch', 'pem'],
}

/** The contents that are pictures, and what browsers call them. */
export const pictures: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' }

/** Every ending that a file's name may have. */
export const endings: ReadonlySet<string> = new Set(Object.values(contents).flat())

/** What stands behind the last full stop of a name, or nothing. */
export const endingOf = (name: string): string => /[^.]\.([A-Za-z0-9]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? ''
