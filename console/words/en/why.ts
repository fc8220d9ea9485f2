const carrying = (load: number, capacity: number) => (load === 0 ? 'You carry nothing' : `You carry ${load} of ${capacity}`)

/** Why it rings here. */
export const why = {
  yourTurn: 'It is your turn.',
  ringing: {
    'less-idle': (load: number, capacity: number, idle: string) => `${carrying(load, capacity)}, and have been free the longest: ${idle}.`,
    busier: (load: number, capacity: number) => `${carrying(load, capacity)}, less than the others.`,
    kept: (load: number, capacity: number) => `You know this requester. ${carrying(load, capacity)}.`,
    language: (load: number, capacity: number) => `You write in the requester’s language. ${carrying(load, capacity)}.`,
    'less-skilled': (load: number, capacity: number) => `You know what is wanted here best. ${carrying(load, capacity)}.`,
    'later-turn': (load: number, capacity: number) => `It is your turn in the round. ${carrying(load, capacity)}.`,
    nobody: (load: number, capacity: number) => `${carrying(load, capacity)}, and nobody else can take it now.`,
  },
}
