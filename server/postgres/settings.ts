import { randomBytes } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { defaultLook, type WidgetLook } from '../../shared/look.ts'
import type { Webhook } from '../../shared/protocol/admin.ts'
import { type DeskSettings, defaultSettings } from '../../shared/queue.ts'
import { refuse } from '../../shared/refusal.ts'
import type { Settings, Versioned } from '../desk/administration.ts'
import type { By } from '../desk/people.ts'
import { isListed } from '../desk/webhook-hosts.ts'
import { audited } from './audit.ts'

/** What is set once for the whole desk. A setting that nobody has saved yet has version 0. */
export const settingsIn = (pool: Pool | PoolClient): Settings => ({
  desk: () => readSettings(pool),
  async saveDesk(by, { version, settings }) {
    const saved = await saveSetting(pool, by, 'desk', version, settings)
    return { value: settings, version: saved }
  },

  look: () => readLook(pool),
  async saveLook(by, { version, look }) {
    return { value: look, version: await saveSetting(pool, by, 'look', version, look) }
  },

  origins: () => readOrigins(pool),
  async saveOrigins(by, { version, origins }) {
    const value = [...new Set(origins)]
    return { value, version: await saveSetting(pool, by, 'origins', version, value) }
  },

  async webhook() {
    const { value, version } = await readWebhook(pool)
    return shown(value, version)
  },
  async saveWebhook(by, { version, url, hosts, enabled, newSecret }) {
    const { value: before } = await readWebhook(pool)
    if (enabled && !(url && isListed(url, hosts))) refuse('host-not-listed')
    const secret = newSecret || (url && !before.secret) ? randomBytes(32).toString('base64url') : null
    const after = { url, hosts, enabled, secret: secret ?? before.secret }
    const saved = await saveSetting(pool, by, 'webhook', version, after)
    return { webhook: shown(after, saved), secret }
  },
})

/** Where logged tickets are sent, with the secret that signs them: for whoever delivers, never for a client. */
export interface WebhookWithSecret {
  url: string | null
  hosts: string[]
  enabled: boolean
  secret: string | null
}

/** The numbers the desk is run by, with defaults for those that are newer than what was saved. */
export async function readSettings(pool: Pool | PoolClient): Promise<Versioned<DeskSettings>> {
  const { value, version } = await readSetting<Partial<DeskSettings>>(pool, 'desk', {})
  return { value: { ...defaultSettings, ...value }, version }
}

/** How the widget looks, with defaults for what is newer than what was saved. */
export async function readLook(pool: Pool | PoolClient): Promise<Versioned<WidgetLook>> {
  const { value, version } = await readSetting<Partial<WidgetLook>>(pool, 'look', {})
  return { value: { ...defaultLook, ...value }, version }
}

/** The origins whose pages may embed the widget. */
export const readOrigins = (pool: Pool | PoolClient) => readSetting<string[]>(pool, 'origins', [])

export const readWebhook = (pool: Pool | PoolClient) =>
  readSetting<WebhookWithSecret>(pool, 'webhook', { url: null, hosts: [], enabled: false, secret: null })

const shown = ({ url, hosts, enabled, secret }: WebhookWithSecret, version: number): Webhook => ({
  url,
  hosts,
  enabled,
  hasSecret: secret !== null,
  version,
})

/** One setting, by its name. */
export async function readSetting<T>(client: Pool | PoolClient, name: string, otherwise: T): Promise<Versioned<T>> {
  const { rows } = await client.query<Versioned<T>>('select value, version from settings where name = $1', [name])
  return rows[0] ?? { value: otherwise, version: 0 }
}

/** Sets it, in the order in which people looked at it, and tells the audit log. */
export function saveSetting(pool: Pool | PoolClient, by: By, name: string, version: number, value: object): Promise<number> {
  return audited(pool, by, async (client, write) => {
    const before = await readSetting<object | null>(client, name, null)
    const { rowCount } = await client.query(
      version === 0
        ? 'insert into settings (name, value, changed_at, version) values ($1, $2, $3, $4::int + 1) on conflict do nothing'
        : 'update settings set value = $2, changed_at = $3, version = version + 1 where name = $1 and version = $4',
      [name, JSON.stringify(value), by.at, version],
    )
    if (!rowCount) refuse('changed-meanwhile')
    await write({ what: `${name === 'desk' ? 'settings' : name}:save`, subject: null, before: told(before.value), after: told(value) })
    return version + 1
  })
}

/** What the log may know: that a secret is there, and never the secret. */
function told(value: object | null) {
  if (Array.isArray(value)) return { list: value }
  if (!value || !('secret' in value)) return value
  const { secret, ...rest } = value
  return { ...rest, hasSecret: secret !== null }
}
