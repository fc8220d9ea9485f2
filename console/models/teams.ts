import { newId } from '../../shared/client/ids.ts'
import type { TeamSettings } from '../../shared/protocol/admin.ts'
import type { Asked } from '../../shared/protocol.ts'
import { readHours, usualHours, type WrittenHours, writtenHours } from './hours.ts'

type TeamWanted = Asked<'teams:save'>

/** A team as it stands, ready to be saved with something changed. */
export const asWanted = ({ id, ...rest }: TeamSettings): TeamWanted => ({ team: id, ...rest })

/** A topic in a list that is being written: known ones keep their id whatever they are called. */
export interface WrittenTopic {
  id: string
  name: string
}

export const newTopic = (): WrittenTopic => ({ id: newId(), name: '' })

/** The topics that have a name, as they are saved. */
export const namedTopics = (topics: readonly WrittenTopic[]) =>
  topics.map(({ id, name }) => ({ id, name: name.trim() })).filter(({ name }) => name)

/** Whether a team is always open, and by which hours it is not. */
export interface WrittenOpening {
  always: boolean
  hours: WrittenHours
}

export const writtenOpening = (team: TeamSettings | null): WrittenOpening => ({
  always: !team?.hours,
  hours: team?.hours ? writtenHours(team.hours) : usualHours(),
})

export const readOpening = ({ always, hours }: WrittenOpening) => (always ? null : readHours(hours))
