import { pluralOf } from '../../../shared/ui/plural.ts'
import type { categories as english } from '../en/categories.ts'

const plural = pluralOf('de')

/** The tree of what tickets are about, in German. */
export const categories: typeof english = {
  text: 'Worum es in Tickets geht, bis zu vier Ebenen tief. Was kein Ticket hat, lässt sich entfernen; alles andere wird nicht mehr verwendet: Es bleibt an seinen Tickets und wird nicht mehr gewählt.',
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
  retiredNow: (name) => `${name} wird nicht mehr verwendet, bleibt aber an den Tickets, die damit versehen sind.`,
  remove: 'Entfernen',
  removedNow: (name, below) =>
    below === 0
      ? `${name} ist entfernt.`
      : plural(below, { one: `${name} ist entfernt, mit der einen darunter.`, other: `${name} ist entfernt, mit den ${below} darunter.` }),
  backNow: (name) => `${name} wird wieder verwendet.`,
  savedNow: (name) => `${name} ist gespeichert.`,
  movedNow: (name) => `${name} ist verschoben.`,
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
