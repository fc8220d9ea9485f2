import type { categories as english } from '../en/categories.ts'

/** The tree of what tickets are about, in German. */
export const categories: typeof english = {
  text: 'Worum es in Tickets geht, bis zu vier Ebenen tief. Was nicht mehr verwendet wird, bleibt an den Tickets, die es haben.',
  none: 'Es gibt noch keine Kategorien. Beginnen Sie mit den üblichen oder mit eigenen.',
  usual: 'Mit den üblichen beginnen',
  add: 'Neue Kategorie',
  addBelow: (name) => `Neue Kategorie unter ${name}`,
  below: 'Unter',
  firstLevel: 'Erste Ebene',
  name: 'Name',
  nameMissing: 'Geben Sie einen Namen ein',
  nameWrong: 'Ein Name kann keinen Schrägstrich zwischen zwei Leerzeichen enthalten',
  rename: (name) => `${name} ändern`,
  retire: 'Nicht mehr verwenden',
  retired: 'Nicht mehr verwendet',
  bringBack: 'Wieder verwenden',
  retiredNow: (name) => `${name} wird nicht mehr verwendet.`,
  backNow: (name) => `${name} wird wieder verwendet.`,
  savedNow: (name) => `${name} ist gespeichert.`,
  movedNow: (name) => `${name} ist verschoben.`,
  up: (name) => `${name} nach oben`,
  down: (name) => `${name} nach unten`,
  showRetired: 'Auch zeigen, was nicht mehr verwendet wird',
  tree: 'Der Baum',
  starter: `Konto: Passwort, Gesperrt, Zugriffsrechte
Geräte: Notebook, Bildschirm, Drucker, Telefon
Programme: Office, Browser, Installation
Netzwerk: VPN, WLAN, Kabel
Mail und Kalender
Sicherheit
Anderes`,
}
