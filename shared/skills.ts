/** How well somebody knows something: 1 has heard of it, 5 teaches it. */
export const levels = [1, 2, 3, 4, 5] as const
export type Level = (typeof levels)[number]

/** What an agent knows, by its name. */
export type Skills = Readonly<Record<string, Level>>

/** What a conversation asks of its agent. Required ones count as preferred once a team's line has widened. */
export interface Need {
  skill: string
  level: Level
  required: boolean
}

/** How well somebody with these skills knows it; 0 is not at all. Upper and lower case are one. */
export function levelIn(skills: Skills, skill: string): Level | 0 {
  const wanted = skill.toLocaleLowerCase()
  const known = Object.entries(skills).find(([name]) => name.toLocaleLowerCase() === wanted)
  return known ? known[1] : 0
}

/** Whether somebody with these skills has what is needed. */
export const meets = (skills: Skills, { skill, level }: Need) => levelIn(skills, skill) >= level
