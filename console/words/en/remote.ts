/** Help from afar: what a requester is asked to agree to. */
export const remote = {
  menu: 'Ask for consent',
  diagnostics: 'Ask for diagnostics',
  diagnosticsHint: (probes: number) =>
    `Browser, system, time zone, clock, screen, last errors${probes > 0 ? `, and whether ${probes} listed addresses are reached` : ''}`,
  tool: (name: string) => `Ask for consent to ${name}`,
  noTools: 'No tool is listed yet: an administrator does that under Settings, Remote help.',
  chosen: (name: string, place: number, of: number) => `${name}, ${place} of ${of}`,
  waiting: {
    diagnostics: 'Asked for diagnostics. The requester has not answered yet.',
    remote: (tool: string) => `Asked for consent to ${tool}. The requester has not answered yet.`,
  },
  takeBack: 'Take it back',
  running: (tool: string) => `The requester agreed to ${tool}.`,
  open: (tool: string) => `Open ${tool}`,
  result: 'What came of it',
  outcomes: { done: 'It helped', 'did-not-help': 'It did not help', cannot: 'It could not be done' },
  settings: {
    hint: 'What agents can ask a requester for in a chat. The requester sees all of it first, agrees or not, and it stands on the ticket.',
    probes: 'Addresses that may be tried',
    probesHint:
      'One a line, such as: Intranet = https://intranet.example.com/. The widget tries whether they answer, and reads nothing. What each must answer is described in docs/remote.md.',
    wrongProbe: (line: string) => `This is no address: ${line}`,
    tools: 'Tools',
    toolsHint: 'One a line, such as: Quick Assist = ms-quick-assist: or Remote desktop = https://intranet.example.com/help.rdp.',
    wrongTool: (line: string) => `This is no link that may be opened: ${line}`,
    schemes: (list: string) => `A link may begin with ${list}.`,
    twice: (name: string) => `${name} is there twice.`,
    tooMany: (most: number) => `At most ${most} lines`,
  },
}
