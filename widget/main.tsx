import { effect } from '@preact/signals'
import { render } from 'preact'
import { connect } from '../shared/client/connection.ts'
import { insist } from '../shared/client/insist.ts'
import { browserStore } from '../shared/client/storage.ts'
import { bringReasons } from '../shared/ui/reasons.ts'
import { laterStyles } from './later-styles.ts'
import { door } from './models/door.ts'
import { createFront, frontDesk } from './models/front-desk.ts'
import { type FromHost, type Host, meetHost } from './models/host.ts'
import { createLater } from './models/later.ts'
import { createVisit, type Visit } from './models/visit.ts'
import { Widget } from './parts/Widget.tsx'
import { languageAmong, speak, spoken, words } from './words.ts'

const front = createFront(frontDesk)
const asking = front.ask()

// The page around the frame says its language in the frame's address.
const asked = new URLSearchParams(location.search).get('language')
// A look or a language that does not come is no reason to keep people waiting: English is here already.
const speaking = Promise.race([asking, after(1500)])
  .then(() => speak(languageAmong(front.now.value?.look.languages, [asked, ...navigator.languages]), after(5000)))
  .catch(() => {})

const later = createLater(async () => {
  const [talk] = await Promise.all([insist(() => import('./talk.ts')), insist(laterStyles), speaking])
  await talk.speakOn(spoken)
  talk.allowChime()
  return talk
})
const visit = createVisit({
  store: browserStore(),
  door,
  front,
  later,
  connectAs: (token, isTalking) => Promise.resolve(connect(location.origin, { as: 'requester', visit: token }, { pulse: isTalking })),
})

const root = document.getElementById('widget')
if (window.parent === window) {
  visit.show(true)
  void speaking.then(() => draw(() => {}))
} else {
  meetHost((message, host) => void speaking.then(() => hear(message, host)))
}

function after(ms: number) {
  return new Promise<void>((resolve) => setTimeout(resolve, ms))
}

function draw(close: () => void) {
  if (root) render(<Widget visit={visit} close={close} />, root)
  // Nobody needs the rest yet, and nobody shall wait for it.
  whenIdle(() => {
    later.bring()
    void bringReasons()
  })
}

function whenIdle(then: () => void) {
  if ('requestIdleCallback' in window) requestIdleCallback(then, { timeout: 2000 })
  else setTimeout(then, 200)
}

function hear(message: FromHost, host: Host) {
  switch (message.kind) {
    case 'hello':
      draw(() => host.say({ kind: 'close' }))
      tell(visit, host)
      visit.show(message.open)
      if (message.reset) void visit.reset()
      if (message.identity) void visit.identify(message.identity)
      return
    case 'opened':
      return visit.show(true)
    case 'closed':
      return visit.show(false)
    case 'identify':
      return void visit.identify(message.identity)
    case 'reset':
      return void visit.reset()
  }
}

/** Keeps the page informed: a count, and whether anything is open. */
function tell({ unread, going, me, conversations, talk }: Visit, host: Host) {
  let before = 0
  effect(() => {
    const count = unread.value
    host.say({ kind: 'unread', count, words: count ? words.unread(count) : '' })
    if (count > before) {
      host.say({ kind: 'message' })
      talk.peek()?.chime()
    }
    before = count
  })
  effect(() => {
    // Until the list has come, nobody knows whether something is open.
    if (!me.value || conversations.value || going.value) host.say({ kind: 'going', open: going.value })
  })
}
