import type { why as english } from '../en/why.ts'

const decimal = (number: number) => String(number).replace('.', ',')
const carrying = (load: number, capacity: number) =>
  load === 0 ? 'Sie betreuen gerade nichts' : `Sie betreuen ${decimal(load)} von ${capacity}`

/** Why it rings here, in German. */
export const why: typeof english = {
  yourTurn: 'Sie sind an der Reihe.',
  ringing: {
    'less-idle': (load, capacity, idle) => `${carrying(load, capacity)} und sind seit ${idle} frei, am längsten von allen.`,
    busier: (load, capacity) => `${carrying(load, capacity)}, weniger als die anderen.`,
    kept: (load, capacity) => `Sie kennen diese Person. ${carrying(load, capacity)}.`,
    language: (load, capacity) => `Sie schreiben in der Sprache dieser Person. ${carrying(load, capacity)}.`,
    'less-skilled': (load, capacity) => `Sie kennen sich mit dem Gesuchten am besten aus. ${carrying(load, capacity)}.`,
    'later-turn': (load, capacity) => `Sie sind reihum an der Reihe. ${carrying(load, capacity)}.`,
    nobody: (load, capacity) => `${carrying(load, capacity)}, und sonst kann gerade niemand annehmen.`,
  },
}
