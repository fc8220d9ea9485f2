import { type Attaching, type AttachingSetup, createAttaching } from './attaching.ts'
import { createShowing, type Showing } from './showing.ts'

/** Where files are handled: those on their way, and those to be seen. */
export interface FileDesk extends Attaching, Pick<Showing, 'thumbnail' | 'whole' | 'save'> {}

export type FileDeskSetup = Omit<AttachingSetup, 'onPicture'>

/** The files of one conversation, on their way and to be seen. */
export function createFileDesk(setup: FileDeskSetup): FileDesk {
  const { know, dispose, ...showing } = createShowing(setup)
  const attaching = createAttaching({ ...setup, onPicture: know })
  return {
    ...attaching,
    ...showing,
    dispose() {
      attaching.dispose()
      dispose()
    },
  }
}
