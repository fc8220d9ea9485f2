import { pluralOf } from '../../../shared/ui/plural.ts'

const plural = pluralOf('en')

/** The tree of what tickets are about. */
export const categories = {
  text: 'What tickets are about, up to four levels deep. What no ticket has can be removed; all else is retired: it stays on its tickets, and is chosen no longer.',
  none: 'There are no categories yet. Begin with the usual ones, or with your own.',
  usual: 'Begin with the usual ones',
  add: 'New category',
  addBelow: (name: string) => `New category below ${name}`,
  below: 'Below',
  firstLevel: 'First level',
  name: 'Name',
  nameMissing: 'Write a name',
  nameWrong: 'A name cannot contain a slash between two blanks',
  rename: (name: string) => `Change ${name}`,
  retire: 'Retire',
  retired: 'Retired',
  bringBack: 'Bring back',
  retiredNow: (name: string) => `${name} is retired. It stays on the tickets that have it.`,
  remove: 'Remove',
  removedNow: (name: string, below: number) =>
    below === 0
      ? `${name} is removed.`
      : plural(below, { one: `${name} is removed, with the one below it.`, other: `${name} is removed, with the ${below} below it.` }),
  backNow: (name: string) => `${name} is back.`,
  savedNow: (name: string) => `${name} is saved.`,
  movedNow: (name: string) => `${name} is moved.`,
  showRetired: 'Show what is retired',
  tree: 'The tree',
  /** A line for each of the first level, with what is below it. */
  starter: `Account: Password, Locked out, Access rights
Hardware: Laptop, Monitor, Printer, Phone
Software: Office, Browser, Installation
Network: VPN, Wi-Fi, Cable
Mail and calendar
Security
Other`,
}
