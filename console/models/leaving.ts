import { signal } from '@preact/signals'
import type { HandedItem } from '../../shared/protocol/hand-over.ts'
import type { Session } from './session.ts'

/** Why somebody is asked what becomes of what is his: his shift ends, or he signs out. */
export type Leaving = 'shift' | 'sign-out'

/** Whether the hand-over is being written now. */
export const leaving = signal<Leaving | null>(null)

/** Signs out; whoever leaves people behind who wait, or an incident, is asked first what becomes of them. */
export async function leaveDesk(session: Session): Promise<void> {
  const found = await session.connection.ask('hand-over:look', {}).catch(() => null)
  if (found?.items.some(presses) || found?.incidents.some(({ goes }) => goes)) leaving.value = 'sign-out'
  else await session.signOut()
}

/** Whether somebody waits for it; a ticket that is merely open can lie. */
export const presses = ({ duties }: HandedItem) => duties.some((duty) => duty !== 'ticket')
