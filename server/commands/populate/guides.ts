import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { GuideContent, GuideStep } from '../../../shared/guide.ts'
import type { AgentActor } from '../actors/agent.ts'

const step = (id: string, title: string, text: string, more: Partial<GuideStep> = {}): GuideStep => ({
  id,
  title,
  text,
  command: '',
  minutes: null,
  ways: { done: 'solved', 'did-not-help': 'next', cannot: 'next' },
  choices: [],
  ...more,
})

/** What the service desk explains most often. */
const guides: GuideContent[] = [
  {
    name: 'VPN: cannot connect',
    language: 'en',
    words: ['vpn', 'forticlient', 'home office', 'timed out'],
    alone: true,
    steps: [
      step('restart', 'Restart the VPN client', 'Close it in the **system tray** (right click, *Quit*), and start it again.', {
        minutes: 1,
      }),
      step('intranet', 'Open the intranet without VPN', 'What does your browser show at https://intranet.northwind.example?', {
        ways: { done: null, 'did-not-help': null, cannot: 'next' },
        choices: [
          { id: 'opens', label: 'It opens', way: { step: 'password' } },
          { id: 'not', label: 'It does not open', way: 'next' },
        ],
      }),
      step('cable', 'Switch to cable or hotspot', 'Turn off Wi-Fi and use a network cable, or the hotspot of your phone.', { minutes: 2 }),
      step('password', 'Sign out and in again with your new password', 'Then let the computer ask for new addresses:', {
        command: 'ipconfig /renew',
        minutes: 3,
      }),
      step('log', 'Send us the log file', 'In the VPN client:\n\n1. *Help*\n2. *Collect logs*\n3. Attach the file here', {
        ways: { done: 'escalate', 'did-not-help': null, cannot: 'person' },
        minutes: 2,
      }),
    ],
  },
  {
    name: 'Add a printer',
    language: 'en',
    words: ['printer', 'print', 'scan'],
    alone: true,
    steps: [
      step('code', 'Scan the code at the printer', 'Each printer has a QR code on its front: scan it with your phone.', { minutes: 1 }),
      step('name', 'Type its name', 'In *Settings → Printers → Add*, type the name on the label, such as `PRN-3F-02`.', {
        ways: { done: 'solved', 'did-not-help': 'person', cannot: 'person' },
        minutes: 2,
      }),
    ],
  },
]

/** Writes and publishes those that are not there yet. */
export async function keepGuides(olga: AgentActor) {
  const before = new Set((await olga.ask('guides:list', {})).guides.map(({ name }) => name))
  for (const content of guides.filter(({ name }) => !before.has(name))) {
    const guide = randomUUID()
    const whole = { ...content, steps: await Promise.all(content.steps.map((step) => drawn(olga, guide, step))) }
    const { version } = await olga.ask('guides:save', { guide, version: 0, owner: olga.id, reviewOn: '2027-03-01', content: whole })
    await olga.ask('guides:publish', { guide, version })
  }
}

/** Where words are not enough, there is a picture; none on a desk that cannot look into pictures. */
async function drawn(olga: AgentActor, guide: string, step: GuideStep): Promise<GuideStep> {
  if (step.id !== 'restart') return step
  const picture = await olga.draws(guide, 'tray.png', readFileSync(new URL('tray.png', import.meta.url)))
  if (!picture) return step
  const { width, height, ...file } = picture
  const text = 'The tray at the lower edge of the screen: the shield opens a menu, and Quit is its lowest line'
  return width && height ? { ...step, picture: { ...file, width, height, text } } : step
}
