import './preview.css'
import { render } from 'preact'
import { lookSheet, shadesOf } from '../shared/look-colours.ts'
import { launcherIcon } from './launcher-icon.ts'
import { launcherStyles } from './launcher-styles.ts'
import { frontDesk } from './models/front-desk.ts'
import { createPreview, type Shown } from './models/preview.ts'
import { Widget } from './parts/Widget.tsx'
import * as talk from './talk.ts'
import { speak } from './words.ts'

// The settings of the console show the widget in a frame before it is saved; only they may say how it looks.
const root = document.getElementById('widget')
const sheet = new CSSStyleSheet()
document.adoptedStyleSheets = [sheet]
const corner = launcher()
const reception = await frontDesk().then(
  ({ reception }) => reception,
  () => null,
)
const { shown, visit } = createPreview(reception, talk)

addEventListener('message', ({ origin, source, data }) => {
  if (origin === location.origin && source === parent && data?.firstline === 'preview') void show(data)
})
parent.postMessage({ firstline: 'preview-ready' }, location.origin)

async function show(wanted: Shown) {
  await Promise.all([speak(wanted.language), talk.speakOn(wanted.language)]).catch(() => {})
  const { accent, position } = wanted.look
  document.documentElement.dataset.theme = wanted.scheme
  sheet.replaceSync(lookSheet(accent))
  corner.replaceSync(launcherStyles(position, ...coloursOf(accent)))
  shown.value = wanted
  if (!root) return
  // It is there to be looked at.
  root.inert = true
  // Words are read while something is drawn: another language draws everything anew.
  render(<Widget key={wanted.language} visit={visit} close={() => {}} />, root)
  if (wanted.topics) openTopics(wanted.topics.length + 1)
}

/** Nobody can open the list here, so that it stands open. */
function openTopics(lines: number) {
  const list = root?.querySelector('select')
  if (list) list.size = Math.min(lines, 9)
}

function coloursOf(accent: string | null): string[] {
  if (!accent) return []
  const { light, dark } = shadesOf(accent)
  return [`light-dark(${light.accent},${dark.accent})`, `light-dark(${light.onAccent},${dark.onAccent})`]
}

function launcher() {
  const host = document.createElement('firstline-launcher')
  const home = host.attachShadow({ mode: 'open' })
  const styles = new CSSStyleSheet()
  home.adoptedStyleSheets = [styles]
  const button = document.createElement('button')
  button.tabIndex = -1
  button.ariaHidden = 'true'
  button.append(launcherIcon())
  home.append(button)
  document.body.append(host)
  return styles
}
