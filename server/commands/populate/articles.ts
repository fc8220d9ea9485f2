import { randomUUID } from 'node:crypto'
import type { ArticleContent } from '../../../shared/article.ts'
import type { AgentActor } from '../actors/agent.ts'

/** What the service desk is asked most often, and what only agents should know. */
const articles: (ArticleContent & { reviewOn: string })[] = [
  {
    title: 'Connect to the VPN from home',
    language: 'en',
    audience: 'public',
    words: ['home office', 'forticlient', 'remote'],
    reviewOn: '2027-03-01',
    body: [
      'You need the VPN for the file server and for everything on `northwind.example`. Mail and calendar work without it.',
      '## First time',
      '1. Open **FortiClient** from the start menu.\n2. Choose *Northwind* and sign in with your Windows password.\n3. Confirm the sign-in on your phone.',
      '## When it does not connect',
      '- A password that has just changed takes **ten minutes** to arrive.\n- In hotels and trains, first open a page in your browser and accept the terms of the Wi-Fi.\n- Still nothing? Ask for new addresses:',
      '```\nipconfig /renew\n```',
      '> “Error -14” means that your account may not use the VPN yet. Ask the service desk.',
    ].join('\n\n'),
  },
  {
    title: 'Add a printer on your floor',
    language: 'en',
    audience: 'public',
    words: ['scanner', 'toner'],
    reviewOn: '2027-03-01',
    body: 'Each printer has a label such as `PRN-3F-02`.\n\n1. Open *Settings → Printers → Add*.\n2. Type the name on the label.\n3. Print a test page.\n\nColour is allowed on every second floor. For toner, press the button *Help* on the printer itself.',
  },
  {
    title: 'Passwort selbst zurücksetzen',
    language: 'de',
    audience: 'public',
    words: ['vergessen', 'gesperrt', 'Konto'],
    reviewOn: '2026-06-01',
    body: 'Sie können Ihr Passwort jederzeit selbst ändern, auch wenn Sie es **vergessen** haben.\n\n1. Öffnen Sie https://passwort.northwind.example.\n2. Bestätigen Sie die Anfrage auf Ihrem Telefon.\n3. Wählen Sie ein neues Passwort mit mindestens zwölf Zeichen.\n\nNach fünf falschen Versuchen ist das Konto eine Viertelstunde lang gesperrt.',
  },
  {
    title: 'Whom to call when the data centre is down',
    language: 'en',
    audience: 'internal',
    words: ['outage', 'on call', 'incident'],
    reviewOn: '2027-01-15',
    body: '## Before you call\n\nLook at the live board: more than ten chats about the same thing in five minutes is an outage.\n\n## Who\n\n- *Network*: the person on call, by the number in the safe.\n- *Applications*: Samir, then Ben.\n\nWrite down **when** you called; it belongs into the ticket.',
  },
]

/** Writes and publishes those that are not there yet, and begins one more. */
export async function keepArticles(olga: AgentActor) {
  const before = new Set((await olga.ask('articles:list', {})).articles.map(({ title }) => title))
  const save = ({ reviewOn, ...content }: (typeof articles)[number], article: string) =>
    olga.ask('articles:save', { article, version: 0, owner: olga.id, category: null, reviewOn, expiresAt: null, content })
  for (const one of articles.filter(({ title }) => !before.has(title))) {
    const article = randomUUID()
    const { version } = await save(one, article)
    await olga.ask('articles:publish', { article, version })
  }
  if (!before.has(begun.title)) await save(begun, randomUUID())
}

const begun: (typeof articles)[number] = {
  title: 'Two screens on one dock',
  language: 'en',
  audience: 'internal',
  words: [],
  reviewOn: '2027-02-01',
  body: 'The dock drives two screens when both hang on *its* sockets.',
}
