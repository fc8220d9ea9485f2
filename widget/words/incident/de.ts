import type { Words } from '../../incident-words.ts'

/** Die deutschen Texte zu dem, was viele zugleich haben. */
export const german: Words = {
  title: 'Bekannte Störungen',
  since: (moment) => `Bekannt seit ${moment}`,
  next: (moment) => `Neues bis ${moment}`,
  late: 'mehr, sobald wir es wissen',
  meToo: 'Ich auch',
  why: 'Sie bekommen eine Nummer und alles Neue und müssen nicht warten.',
  leaveLine: 'Ich auch: nicht länger warten',
  whyLeave: 'Sie behalten Ihre Nummer und bekommen alles Neue hier.',
  mine: (label) => `Sie sind dabei: ${label}`,
  noted: (label) => `Notiert, Ihre Nummer ist ${label}`,
  stays: 'Sie können das Fenster schließen. Alles Neue kommt hierher, und mit der Störung ist auch diese Anfrage gelöst.',
  person: 'Ich brauche jemanden',
}
