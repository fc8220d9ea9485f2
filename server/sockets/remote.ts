import type { RemoteAnswers } from '../../shared/protocol/remote.ts'
import { agentWith } from '../desk/access.ts'
import type { Changed, RemoteKept } from '../desk/administration.ts'
import { byOf } from './by.ts'
import type { Handlers } from './handlers.ts'

export interface RemotePorts {
  remote: RemoteKept
  now(): Date
  changed(what: Changed): Promise<void>
}

/** What helps from afar: every agent asks with it, administrators list it. */
export const remoteHandlers = ({ remote, now, changed }: RemotePorts): Handlers<keyof RemoteAnswers> => ({
  async 'remote:read'({ who }) {
    agentWith(who, 'desk', 'read')
    const { value, version } = await remote.read()
    return { remote: value, version }
  },
  async 'remote:save'(caller, wanted) {
    agentWith(caller.who, 'desk', 'manage')
    const { value, version } = await remote.save(byOf(caller, now()), wanted)
    await changed('remote')
    return { remote: value, version }
  },
})
