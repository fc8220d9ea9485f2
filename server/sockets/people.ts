import type { PeopleAnswers } from '../../shared/protocol/people.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed } from '../desk/administration.ts'
import { type Opening, type People, welcomeUrl } from '../desk/people.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface PeoplePorts {
  people: People
  now(): Date
  /** Absent where the address that a browser used counts. */
  publicUrl: string | undefined
  /** Ends the connections of a person, on whatever process they are. */
  cut(whose: { person: string }, why: 'signed-out' | 'disabled'): void
  /** Makes a person's devices connect anew, with the rights he has now. */
  renew(person: string): void
  /** Gives somebody's chats and offers back to the line. */
  releaseAgent(agent: string, why: 'disabled'): Promise<void>
  changed(what: Changed): void
}

/** What administrators ask about the people who help. */
export function peopleHandlers({ people, now, publicUrl, cut, renew, releaseAgent, changed }: PeoplePorts): Handlers<keyof PeopleAnswers> {
  const link = ({ token, until }: Opening) => ({ url: welcomeUrl(publicUrl ?? '', token), until: until.toISOString() })

  return {
    async 'people:list'({ who }) {
      agentWith(who, 'people', 'manage')
      return { people: await people.list(now()) }
    },

    async 'people:invite'(caller, newcomer) {
      agentWith(caller.who, 'people', 'manage')
      const { member, ...opening } = await people.invite(byOf(caller, now()), newcomer)
      changed('people')
      return { member, link: link(opening) }
    },

    async 'people:change'(caller, wanted) {
      agentWith(caller.who, 'people', 'manage')
      const member = await people.change(byOf(caller, now()), wanted)
      changed('people')
      afterTheAnswer(() => renew(member.id))
      return member
    },

    async 'people:rename'(caller, { name }) {
      const agent = agentWith(caller.who, 'people', 'rename')
      await people.rename({ ...byOf(caller, now()), agent }, name)
      changed('people')
      afterTheAnswer(() => renew(agent.id))
      return { name }
    },

    async 'people:disable'(caller, wanted) {
      agentWith(caller.who, 'people', 'manage')
      const member = await people.disable(byOf(caller, now()), wanted)
      changed('people')
      cut({ person: member.id }, 'disabled')
      await releaseAgent(member.id, 'disabled')
      return member
    },

    async 'people:enable'(caller, wanted) {
      agentWith(caller.who, 'people', 'manage')
      const member = await people.enable(byOf(caller, now()), wanted)
      changed('people')
      return member
    },

    async 'people:new-link'(caller, { agent }) {
      agentWith(caller.who, 'people', 'manage')
      return link(await people.newLink(byOf(caller, now()), agent))
    },

    async 'people:sign-out-everywhere'(caller, { agent = caller.who.id }) {
      if (agent !== caller.who.id) agentWith(caller.who, 'people', 'manage')
      await people.signOutEverywhere(byOf(caller, now()), agent)
      afterTheAnswer(() => cut({ person: agent }, 'signed-out'))
      return null
    },
  }
}

/** Whoever changes himself still hears that it worked. */
const afterTheAnswer = (act: () => void) => void setImmediate(act)
