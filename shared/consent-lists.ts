/** What a link of a tool may begin with. Never anything that a browser would run. */
export const toolSchemes = [
  'https:',
  'ms-quick-assist:',
  'ms-rd:',
  'rdp:',
  'rustdesk:',
  'anydesk:',
  'teamviewer10:',
  'teamviewerapi:',
  'vnc:',
  'msteams:',
  'zoommtg:',
] as const

/** Whether a tool may be opened by this link. */
export const isToolLink = (link: string) =>
  /^[\x21-\x7e]+$/.test(link) && toolSchemes.some((scheme) => link.toLowerCase().startsWith(scheme))

/** Whether this may be probed: an address on the web, without a name and a password in it. */
export const isProbe = (url: string) => /^https?:\/\/[a-z0-9.:[\]-]+(\/[\x21-\x7e]*)?$/i.test(url) && URL.canParse(url)

/** What belongs to diagnostics besides the probes. */
export const diagnosticItems = ['browser', 'system', 'zone', 'clock', 'screen', 'errors', 'page'] as const
