/** The rooms that announcements go to. Whoever may hear something is in its room; one room per announcement. */

/** Everybody in a conversation, the requester included. */
export const publicRoom = (conversation: string) => `conversation:${conversation}`
/** The agents in it. */
export const internalRoom = (conversation: string) => `conversation:${conversation}:internal`
/** All devices of one person. */
export const personRoom = (person: string) => `person:${person}`
/** All connections that one session or visit opened; they fall together. */
export const keyRoom = (key: string) => `key:${key}`
/** The agents of a team who are connected. */
export const teamRoom = (team: string) => `team:${team}`
/** Supervisors and administrators, who see every team. */
export const overseersRoom = 'overseers'
/** Every agent who is connected. */
export const agentsRoom = 'agents'
/** Every requester who is connected. */
export const requestersRoom = 'requesters'
/** Those who look at the live board of a team. */
export const boardRoom = (team: string) => `board:${team}`
