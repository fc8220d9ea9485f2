import type { DraftAnswers } from '../../shared/protocol/draft.ts'
import type { Drafts } from '../desk/drafts.ts'
import type { Handlers } from './handlers.ts'

/** What agents are writing. */
export const draftHandlers = (drafts: Drafts): Handlers<keyof DraftAnswers> => ({
  'drafts:list': ({ who }) => drafts.list(who),
  'drafts:keep': ({ who }, wanted) => drafts.keep(who, wanted),
})
