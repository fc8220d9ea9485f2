import { randomUUID } from 'node:crypto'
import type { SettingsFile } from '../../../shared/protocol/settings-file.ts'
import type { By } from '../people.ts'
import { arrangeCategories } from './categories.ts'
import { differ } from './changes.ts'
import { documentOf, type SetUp, type WholeSettings } from './document.ts'
import { merged } from './merging.ts'
import { fits } from './misfit.ts'
import type { SettingsPorts } from './ports.ts'
import { arrangeReplies } from './replies.ts'
import { readSetUp } from './set-up.ts'
import { removeTeams, saveTeams } from './teams.ts'
import { arrangeTelephones } from './telephones.ts'
import { asKey, takenInTurn } from './wording.ts'

/** Makes of the desk what the file says: all that differs, and nothing else. */
export async function apply(ports: SettingsPorts, by: By, present: SetUp, file: SettingsFile): Promise<void> {
  const isBack = await bringBackTeams(ports, by, present, file)
  const setUp = isBack ? await readSetUp(ports) : present
  const before = documentOf(setUp)
  const { wanted } = merged(before, file)
  await arrangeDesk(ports, by, setUp, wanted)
  await arrangeGuarding(ports, by, setUp, wanted)
  if (differ(before.categories, wanted.categories)) await arrangeCategories(ports, by, wanted.categories, file.remove?.categories ?? [])
  await saveTeams(ports, by, setUp, wanted)
  await removeTeams(ports, by, wanted)
  await arrangeAgents(ports, by, setUp, wanted)
  await arrangeTelephones(ports, by, setUp, wanted)
  await arrangeReplies(ports, by, await readSetUp(ports), wanted)
}

/** Teams that were removed a moment ago come back with their people; others of the same name would come without. */
async function bringBackTeams({ teams, lately }: SettingsPorts, by: By, { teams: here }: SetUp, { teams: named = [] }: SettingsFile) {
  const known = new Set(here.map(({ name }) => asKey(name)))
  const absent = named.map(({ name }) => name).filter((name) => !known.has(asKey(name)))
  const removed = absent.length > 0 ? await lately(absent, by.at) : []
  for (const team of removed) await teams.restore(by, { team })
  return removed.length > 0
}

async function arrangeDesk({ settings }: SettingsPorts, by: By, setUp: SetUp, wanted: WholeSettings) {
  const before = documentOf(setUp)
  const { desk, look } = setUp
  if (differ(before.desk, wanted.desk)) await fits(['desk'], settings.saveDesk(by, { version: desk.version, settings: wanted.desk }))
  if (!differ(before.look, wanted.look)) return
  const idOf = takenInTurn(look.value.fields, ({ label }) => asKey(label))
  const fields = wanted.look.fields.map((field) => ({ id: idOf(asKey(field.label))?.id ?? randomUUID(), ...field }))
  await fits(['look'], settings.saveLook(by, { version: look.version, look: { ...wanted.look, fields } }))
}

/** What is secret here, and what helps from afar. */
async function arrangeGuarding({ guard, remote }: SettingsPorts, by: By, setUp: SetUp, wanted: WholeSettings) {
  const { guard: rules, remote: help } = wanted
  if (differ(setUp.guard.value, rules)) await fits(['guard'], guard.save(by, { version: setUp.guard.version, rules }))
  if (differ(setUp.remote.value, help)) await fits(['remote'], remote.save(by, { version: setUp.remote.version, remote: help }))
}

async function arrangeAgents({ skills }: SettingsPorts, by: By, { agents }: SetUp, wanted: WholeSettings) {
  const wantedOf = new Map(wanted.agents.map((agent) => [agent.email, agent]))
  for (const { id, email, version, ...before } of agents) {
    const after = wantedOf.get(email)
    if (!after || !differ({ skills: before.skills, languages: before.languages }, { skills: after.skills, languages: after.languages }))
      continue
    await fits(['agents', email], skills.saveAgent(by, { agent: id, version, skills: after.skills, languages: after.languages }))
  }
}
