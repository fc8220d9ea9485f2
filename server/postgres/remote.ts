import type { Pool, PoolClient } from 'pg'
import { noRemoteHelp, type RemoteHelp } from '../../shared/consent.ts'
import type { RemoteKept } from '../desk/administration.ts'
import { readOrigins, readSetting, saveSetting } from './settings.ts'

/** The addresses that may be probed, and the tools for help from afar. */
export const remoteIn = (pool: Pool | PoolClient): RemoteKept => ({
  read: () => readRemote(pool),
  async save(by, { version, remote }) {
    return { value: remote, version: await saveSetting(pool, by, 'remote', version, remote) }
  },
})

const readRemote = (pool: Pool | PoolClient) => readSetting<RemoteHelp>(pool, 'remote', noRemoteHelp)

/** Which pages may show the widget, and which addresses it may try to reach. */
export const framing = (pool: Pool) => ({
  origins: async () => (await readOrigins(pool)).value,
  probed: async () => (await readRemote(pool)).value.probes.map(({ url }) => url),
})
