import type { Role } from '../../../shared/people.ts'
import type { OpeningHours } from '../../../shared/protocol/admin.ts'

/** The company that the believable desk belongs to. */
export const domain = 'northwind.example'

export interface TeamPlan {
  name: string
  tier: number
  hours: OpeningHours | null
  topics: string[]
}

/** The teams, what they are asked about, and when they take chats. The service desk always does, if somebody is there. */
export const teams: TeamPlan[] = [
  { name: 'Service desk', tier: 1, hours: null, topics: ['Password or account', 'E-mail and calendar', 'Something else'] },
  { name: 'Workplace', tier: 1, hours: weekdays('07:30', '18:00'), topics: ['Computer or monitor', 'Printer', 'Phone or headset'] },
  { name: 'Network', tier: 2, hours: weekdays('07:00', '19:00'), topics: ['VPN', 'Wi-Fi or network'] },
  { name: 'Business applications', tier: 2, hours: weekdays('08:00', '17:30'), topics: ['ERP', 'Software or licence'] },
]

export interface PersonPlan {
  name: string
  role: Role
  teams: string[]
  capacity: number
}

/** Those who help. The first one administers. */
export const helpers: PersonPlan[] = [
  { name: 'Olga Petrova', role: 'administrator', teams: ['Service desk'], capacity: 3 },
  { name: 'Samir Haddad', role: 'supervisor', teams: ['Service desk', 'Workplace'], capacity: 3 },
  { name: 'Grace Okafor', role: 'supervisor', teams: ['Network', 'Business applications'], capacity: 3 },
  { name: 'Ada Lindqvist', role: 'agent', teams: ['Service desk'], capacity: 5 },
  { name: 'Ben Carter', role: 'agent', teams: ['Service desk'], capacity: 5 },
  { name: 'Chidi Eze', role: 'agent', teams: ['Service desk'], capacity: 4 },
  { name: 'Dana Novak', role: 'agent', teams: ['Service desk', 'Workplace'], capacity: 5 },
  { name: 'Elena Rossi', role: 'agent', teams: ['Workplace'], capacity: 4 },
  { name: 'Farid Rahimi', role: 'agent', teams: ['Workplace'], capacity: 4 },
  { name: 'Ivo Marek', role: 'agent', teams: ['Network'], capacity: 3 },
  { name: 'Jonas Weber', role: 'agent', teams: ['Network'], capacity: 3 },
  { name: 'Keiko Tanaka', role: 'agent', teams: ['Business applications'], capacity: 3 },
]

/** Those who ask. */
export const askers = [
  ...['Rita Moreno', 'Tom Becker', 'Aisha Khan', 'Lucas Martin', 'Sofia Nilsson', 'Peter Walsh', 'Mei Chen', 'Andre Dubois'],
  ...['Clara Schmidt', 'David Osei', 'Emma Thompson', 'Filip Kowalski', 'Giulia Conti', 'Henrik Olsen', 'Ines Garcia', 'James Murphy'],
  ...['Karin Berg', 'Leon Hoffmann', 'Maria Silva', 'Noah Evans', 'Olivia Clarke', 'Pavel Dvorak', 'Quentin Leroy', 'Rosa Jimenez'],
  ...['Stefan Fischer', 'Tara Singh', 'Uwe Lange', 'Vera Ivanova', 'William Scott', 'Xenia Pappas', 'Yusuf Demir', 'Zoe Adams'],
  ...['Anton Larsen', 'Beatrice Wood', 'Carlos Mendes', 'Diana Popescu', 'Erik Johansson', 'Fatima Zahra', 'George Hill', 'Hana Sato'],
]

/** So many of them come from the intranet, which vouches for them; the others only say who they are. */
export const vouchedFor = 34

/** Texts that everybody keeps ready, or one team. */
export const replies: { name: string; text: string; team?: string }[] = [
  { name: 'Greeting', text: 'Hello, thank you for getting in touch. I am looking into this now.' },
  { name: 'Need a moment', text: 'One moment please, I am checking this on our side.' },
  { name: 'Restart first', text: 'Could you restart the computer once and tell me whether it is still there? I stay in this chat.' },
  { name: 'Goodbye', text: 'Glad that it works again. Should it come back, just answer here within a week and it opens again.' },
  {
    name: 'Identity check',
    text: 'Before I reset anything: please tell me your personnel number and your line manager.',
    team: 'Service desk',
  },
  {
    name: 'Printer by QR code',
    text: 'Each printer has a QR code on its front: scan it with the phone, and it is added to your computer.',
    team: 'Workplace',
  },
  {
    name: 'VPN logs',
    text: 'Please open the VPN client, then Help, then Collect logs, and tell me the number that it shows.',
    team: 'Network',
  },
]

/** Their address at the company. */
export const addressOf = (name: string) => `${name.toLowerCase().replaceAll(' ', '.')}@${domain}`

function weekdays(from: string, to: string): OpeningHours {
  const day: [string, string][] = [[from, to]]
  return {
    zone: 'Europe/London',
    days: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] },
    closed: ['2026-12-25', '2027-01-01'],
  }
}
