import type { Imported } from '../../../shared/settings-file.ts'
import type { Categories, GuardKept, RemoteKept, Replies, Routings, Settings, SkillsKept, Teams } from '../administration.ts'
import type { By } from '../people.ts'
import type { TelephonyKept } from '../telephony.ts'

/** The ways by which administrators set up the desk, all on one transaction: a file goes no others. */
export interface SettingsPorts {
  settings: Settings
  guard: Pick<GuardKept, 'read' | 'save'>
  remote: RemoteKept
  telephony: Pick<TelephonyKept, 'read' | 'save'>
  categories: Categories
  teams: Teams
  routings: Routings
  skills: SkillsKept
  replies: Replies
  /** The e-mail addresses of agents, by their ids. */
  emails(): Promise<ReadonlyMap<string, string>>
  /** The teams of these names that were removed so lately that they can be brought back, with their people. */
  lately(names: readonly string[], at: Date): Promise<readonly string[]>
  /** Tells the audit log of the file itself. */
  note(what: 'settings:export' | 'settings:import', changes: number | null): Promise<void>
}

/** What is enough to look at how the desk is set up. */
export type Readable = Omit<SettingsPorts, 'lately' | 'note'>

/** Does all of `work`, or nothing of it. Who does it must still have the right to. */
export type InOne = <T>(by: By, work: (ports: SettingsPorts) => Promise<T>) => Promise<T>

/** All settings as one file. */
export interface SettingsFiles {
  /** As it would be written now. */
  export(by: By): Promise<string>
  /** What this text would change, without changing it. */
  compare(by: By, text: string): Promise<Imported>
  /** Changes all of it or nothing. With `seen`, only what was compared: refused if anything was set since. */
  import(by: By, text: string, seen: string | null): Promise<Imported>
}
