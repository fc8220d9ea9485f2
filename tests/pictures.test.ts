import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { settingsPages } from '../console/router.ts'
import { setupSteps } from '../shared/setup.ts'
import { everyScreen } from './pictures/every-screen.ts'
import { scenesOf, states } from './pictures/screen.ts'

const root = join(import.meta.dirname, '..')

test('no page of the settings and no step of the first minutes is forgotten when every screen is photographed', () => {
  const wanted = [...settingsPages.map((page) => `console-settings-${page}`), ...setupSteps.map((step) => `console-setup-${step}`)]

  expect(wanted.filter((name) => !everyScreen[name])).toEqual([])
})

test.each(Object.entries(everyScreen))('%s is photographed in every state, or says why it cannot be in one', (_name, screen) => {
  expect(states.filter((state) => !screen[state])).toEqual([])
  expect(scenesOf(screen).length).toBeGreaterThan(0)
})

test('every dialog of the console is opened in a picture', () => {
  const isDialog = (file: string) => /<(Dialog|dialog)\b/.test(readFileSync(join(root, file), 'utf8'))
  const found = ['console/parts', 'console/screens', 'console/screens/settings']
    .flatMap((folder) => readdirSync(join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => file.endsWith('.tsx') && isDialog(file))
    .map((file) => file.replace(/^.*\/|\.tsx$/g, ''))

  expect(found.filter((dialog) => !(dialog in dialogs))).toEqual([])
  expect(Object.values(dialogs).filter((picture) => !names.includes(picture))).toEqual([])
})

const names = Object.entries(everyScreen).flatMap(([screen, about]) => scenesOf(about).map(([state]) => `${screen}-${state}`))

/** Where each is seen. */
const dialogs: Record<string, string> = {
  AdviceDialog: 'console-chats-ask-advice',
  NewsDialog: 'console-chats-news',
  Dialog: 'console-chats-transfer',
  EndDialog: 'console-chats-end',
  EscalateDialog: 'console-chats-escalate',
  HandOverDialog: 'console-chats-hand-over',
  HoldDialog: 'console-chats-hold',
  IncidentDialog: 'console-incidents-refused',
  EditIncident: 'console-incidents-edit',
  ResolveIncident: 'console-incidents-resolve',
  KeySheet: 'console-chats-keys',
  LinkDialog: 'console-ticket-link',
  Palette: 'console-chats-palette',
  PromiseDialog: 'console-chats-promise',
  ResolveDialog: 'console-tickets-resolve',
  ReturnDialog: 'console-chats-return',
  SkillDialogs: 'console-settings-skills-dialog',
  TakeOverDialog: 'console-chats-take-over',
  TakeAlongDialog: 'console-ticket-export',
  TransferDialog: 'console-chats-transfer',
  ViewDialog: 'console-tickets-view',
  WhyDialog: 'console-chats-why',
  WhisperDialog: 'console-board-whisper',
  CategoryDialog: 'console-settings-categories-dialog',
  DemonstrationPage: 'console-settings-demonstration-dialog',
  NewSite: 'console-settings-sites-refused',
  PersonDialog: 'console-settings-people-dialog',
  ReplyDialog: 'console-settings-replies-dialog',
  SiteDialog: 'console-settings-sites-dialog',
  TeamDialog: 'console-settings-teams-dialog',
}
