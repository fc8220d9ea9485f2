/** The tree of what tickets are about. */
export const categories = {
  text: 'What tickets are about, up to four levels deep. What is retired stays on the tickets that have it.',
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
  retiredNow: (name: string) => `${name} is retired.`,
  backNow: (name: string) => `${name} is back.`,
  savedNow: (name: string) => `${name} is saved.`,
  movedNow: (name: string) => `${name} is moved.`,
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
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
