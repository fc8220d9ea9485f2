import type { Words } from '../../article-words.ts'

/** Die deutschen Texte zu Artikeln. */
export const german: Words = {
  fitting: 'Vielleicht hilft das',
  found: 'Unter dem Formular stehen Artikel, die helfen könnten.',
  back: 'Zurück',
  loading: 'Der Artikel wird geladen',
  gone: 'Diesen Artikel gibt es nicht mehr.',
  unreached: 'Der Artikel kann gerade nicht geholt werden. Ihr Text bleibt erhalten.',
  again: 'Noch einmal versuchen',
  helps: 'Hat das geholfen?',
  solved: 'Das hat es gelöst',
  helped: 'Ja, das hat geholfen',
  didNotHelp: 'Hat nicht geholfen',
  solvedAlone: 'Schön, dass es gelöst ist. Es wurde nichts gesendet.',
  bringBack: 'Meinen Text zurückholen',
  saidNo: 'hat nicht geholfen',
  saidYes: 'hat geholfen',
  sent: 'Artikel für Sie',
  read: (title) => `„${title}“ lesen`,
}
