/** What an administrator can put right himself: shown as a sentence, without a stack. */
export class Trouble extends Error {}
