/** How bad it is. */
export type Grade = 'ok' | 'warning' | 'broken'

/** All that an examination may find, by what was looked at. */
export const diagnoses = {
  'postgres-fine': ['postgres', 'ok'],
  'postgres-old': ['postgres', 'broken'],
  'postgres-away': ['postgres', 'broken'],
  'durability-fine': ['durability', 'ok'],
  'durability-off': ['durability', 'broken'],
  'encoding-fine': ['encoding', 'ok'],
  'encoding-other': ['encoding', 'broken'],
  'slots-fine': ['slots', 'ok'],
  'slots-few': ['slots', 'warning'],
  'redis-fine': ['redis', 'ok'],
  'redis-old': ['redis', 'broken'],
  'redis-away': ['redis', 'broken'],
  'eviction-off': ['eviction', 'ok'],
  'eviction-on': ['eviction', 'broken'],
  'persistence-off': ['persistence', 'ok'],
  'persistence-on': ['persistence', 'warning'],
  'persistence-hidden': ['persistence', 'ok'],
  'strangers-out': ['strangers', 'ok'],
  'strangers-inside': ['strangers', 'warning'],
  'strangers-in': ['strangers', 'broken'],
  'strangers-hidden': ['strangers', 'warning'],
  'clock-right': ['clock', 'ok'],
  'clock-apart': ['clock', 'warning'],
  'clock-wrong': ['clock', 'broken'],
  'desk-serves': ['desk', 'ok'],
  'desk-stopped': ['desk', 'warning'],
  'proxy-passes': ['proxy', 'ok'],
  'proxy-unnamed': ['proxy', 'ok'],
  'proxy-away': ['proxy', 'broken'],
  'proxy-other': ['proxy', 'broken'],
  'proxy-blocks': ['proxy', 'broken'],
  'disk-fine': ['disk', 'ok'],
  'disk-low': ['disk', 'warning'],
  'disk-full': ['disk', 'broken'],
  'disk-closed': ['disk', 'broken'],
  'line-equal': ['line', 'ok'],
  'line-differs': ['line', 'broken'],
  'loads-right': ['loads', 'ok'],
  'loads-wrong': ['loads', 'broken'],
  'deadlines-kept': ['deadlines', 'ok'],
  'deadlines-late': ['deadlines', 'broken'],
  'outbox-flows': ['outbox', 'ok'],
  'outbox-late': ['outbox', 'warning'],
  'outbox-aside': ['outbox', 'warning'],
  'tickets-whole': ['tickets', 'ok'],
  'tickets-missing': ['tickets', 'broken'],
  'not-asked': ['other', 'warning'],
} as const satisfies Record<string, readonly [string, Grade]>

export type Diagnosis = keyof typeof diagnoses
/** What is looked at. */
export type Organ = (typeof diagnoses)[Diagnosis][0]

/** One thing that was found, with the numbers and names that its words mention. */
export interface Finding {
  diagnosis: Diagnosis
  facts: Record<string, string | number>
}

export const organOf = ({ diagnosis }: Finding): Organ => diagnoses[diagnosis][0]
export const gradeOf = ({ diagnosis }: Finding): Grade => diagnoses[diagnosis][1]

/** How a language tells of it: what was looked at, what was found, and how it is mended. */
export interface DoctorWords {
  grades: Record<Grade, string>
  organs: Record<Organ, string>
  says: Record<Diagnosis, string>
  mends: { [D in Diagnosis as (typeof diagnoses)[D][1] extends 'ok' ? never : D]: string }
}

/** One finding in words. */
export function worded(finding: Finding, words: DoctorWords): { organ: string; says: string; mend: string | null } {
  const { diagnosis, facts } = finding
  const known: Finding['facts'] = { ...facts, organ: words.organs[(facts.organ as Organ | undefined) ?? organOf(finding)] }
  const filled = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(known[name] ?? '?'))
  const mends: Partial<Record<Diagnosis, string>> = words.mends
  const mend = mends[diagnosis]
  return { organ: words.organs[organOf(finding)], says: filled(words.says[diagnosis]), mend: mend === undefined ? null : filled(mend) }
}
