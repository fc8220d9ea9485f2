import { z } from 'zod'
import { deepestLevel } from '../category.ts'
import { adminQuestions, lookField } from './admin.ts'
import { categoryQuestions } from './category.ts'
import { needs } from './conversation.ts'
import { guardQuestions } from './guard.ts'
import { remoteQuestions } from './remote.ts'
import { skillQuestions } from './skills.ts'
import { routingNaming } from './team-routing.ts'
import { telephonyQuestions } from './telephony.ts'
import { emailAddress, words } from './words.ts'

const team = adminQuestions['teams:save'].shape
const reply = adminQuestions['replies:save'].shape
const look = adminQuestions['look:save'].shape.look
const skilled = skillQuestions['skills:save-agent'].shape
const categoryName = categoryQuestions['categories:save'].shape.name
const telephony = telephonyQuestions['telephony:save'].shape

/** A team by its name. Upper and lower case are one. */
const teamName = team.name

/** One thing that tickets are about, with what stands below it, in order. */
export interface WrittenCategory {
  name: string
  retired?: boolean | undefined
  below?: WrittenCategory[] | undefined
}

const categoriesAt = (level: number): z.ZodType<WrittenCategory[]> => z.array(categoryAt(level)).max(500)

function categoryAt(level: number): z.ZodType<WrittenCategory> {
  const category = z.strictObject({ name: categoryName, retired: z.boolean().optional() })
  return level === deepestLevel ? category : category.extend({ below: categoriesAt(level + 1).optional() })
}

/** A team with its topics in their order. What a team or its routing does not name stays as it is, and is as by default for a new team. */
const writtenTeam = z.strictObject({
  name: teamName,
  tier: team.tier.optional(),
  /** null is always open. */
  hours: team.hours.optional(),
  topics: z
    .array(z.strictObject({ name: words(80), needs: needs.optional() }))
    .max(50)
    .optional(),
  routing: routingNaming(teamName).partial().optional(),
})
export type WrittenTeam = z.output<typeof writtenTeam>

/** What an agent knows and where he is called, by his e-mail address. */
const writtenAgent = z.strictObject({
  email: emailAddress,
  skills: skilled.skills.optional(),
  languages: skilled.languages.optional(),
  /** null is none. */
  extension: telephony.extensions.element.shape.extension.nullable().optional(),
})
export type WrittenAgent = z.output<typeof writtenAgent>

/** A saved reply of a team, or of everyone. */
const writtenReply = z.strictObject({ name: reply.name, team: teamName.nullable(), text: reply.text })
export type WrittenReply = z.output<typeof writtenReply>

/**
 * All settings of a desk as one document, with names instead of ids, so that another desk can read it. It says only what it
 * names: whatever is absent stays as it is. No keys or passwords are ever part of it, and of people only what agents know and where
 * they are called, by their e-mail addresses.
 */
export const settingsFile = z.strictObject({
  version: z.literal(1),
  /** The numbers the whole desk is run by. */
  desk: adminQuestions['settings:save'].shape.settings.partial().optional(),
  look: look
    .extend({ fields: z.array(lookField.omit({ id: true })).max(3) })
    .partial()
    .optional(),
  /** What is secret at this desk. */
  guard: guardQuestions['guard:save'].shape.rules.partial().optional(),
  /** The addresses that may be tried, and the tools for help from afar. */
  remote: remoteQuestions['remote:save'].shape.remote.partial().optional(),
  /** Whether calls are told. The key that they are signed with stays at its desk. */
  telephone: z.strictObject({ enabled: telephony.enabled }).partial().optional(),
  categories: categoriesAt(1).optional(),
  teams: z.array(writtenTeam).max(200).optional(),
  agents: z.array(writtenAgent).max(5000).optional(),
  replies: z.array(writtenReply).max(2000).optional(),
  /** What is to go. What is gone already is no mistake. */
  remove: z
    .strictObject({
      teams: z.array(teamName).max(200).optional(),
      /** Each by its path, such as `Network / VPN`, with all that stands below it. */
      categories: z.array(words(300)).max(500).optional(),
      /** With `text`, the one that says so; without, all of that name. */
      replies: z
        .array(writtenReply.partial({ text: true }))
        .max(2000)
        .optional(),
    })
    .optional(),
})
export type SettingsFile = z.output<typeof settingsFile>

/** The routing of a team with other teams by their names. */
export type WrittenRouting = NonNullable<WrittenTeam['routing']>
