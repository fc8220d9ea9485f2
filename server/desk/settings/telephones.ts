import type { By } from '../people.ts'
import type { SetUp, WholeSettings } from './document.ts'
import { fits } from './misfit.ts'
import type { SettingsPorts } from './ports.ts'

/** Says whether calls are told, and where agents are called. Whom no file names keeps his extension, unless somebody else is called there now. */
export async function arrangeTelephones({ telephony }: SettingsPorts, by: By, setUp: SetUp, wanted: WholeSettings): Promise<void> {
  const { enabled, extensions, version } = setUp.telephony
  const before = new Map(extensions.map(({ agent, extension }) => [agent, extension]))
  const wantedOf = new Map(wanted.agents.map(({ email, extension }) => [email, extension]))
  const agents = setUp.agents.map(({ id, email }) => ({ agent: id, extension: wantedOf.get(email) ?? null }))
  const isSo = agents.every(({ agent, extension }) => (before.get(agent) ?? null) === extension)
  if (isSo && enabled === wanted.telephone.enabled) return

  const named = agents.flatMap(({ agent, extension }) => (extension === null ? [] : [{ agent, extension }]))
  const known = new Set(agents.map(({ agent }) => agent))
  const taken = new Set(named.map(({ extension }) => extension))
  const others = extensions.filter(({ agent, extension }) => !known.has(agent) && !taken.has(extension))
  const said = { version, enabled: wanted.telephone.enabled, extensions: [...named, ...others], newSecret: false }
  await fits(['telephone'], telephony.save(by, said))
}
