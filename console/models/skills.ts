import type { Level, Need, Skills } from '../../shared/skills.ts'

/** Skills as they are written: `SAP 3, Printers 5`. A skill without a level counts as 3. */
export const writtenSkills = (skills: Skills) => listed(Object.entries(skills))

export const writtenNeeds = (needs: readonly Need[], required: boolean) =>
  listed(needs.filter((need) => need.required === required).map(({ skill, level }) => [skill, level]))

const listed = (pairs: [skill: string, level: number][]) => pairs.map(([skill, level]) => `${skill} ${level}`).join(', ')

/** What is written, skill by skill; null where it is none: a level that is not from 1 to 5, a name that is too long, the same twice. */
export function readSkills(written: string): [skill: string, level: Level][] | null {
  const pairs = written
    .split(/[,;\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
    .map(pairIn)
  const names = pairs.map(([skill]) => skill.toLocaleLowerCase())
  const isFine = pairs.every(([skill, level]) => skill && skill.length <= 40 && isLevel(level)) && new Set(names).size === names.length
  return isFine ? (pairs as [string, Level][]) : null
}

function pairIn(one: string): [skill: string, level: number] {
  const found = /^(.*\S)\s+(\d+)$/.exec(one)
  return found ? [found[1] ?? '', Number(found[2])] : [one, 3]
}

const isLevel = (level: number) => level >= 1 && level <= 5

export const readNeeds = (written: string, required: boolean): Need[] =>
  (readSkills(written) ?? []).map(([skill, level]) => ({ skill, level, required }))

/** Languages as they are written: `de, en`; null where one is none. */
export function readLanguages(written: string): string[] | null {
  const codes = written
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
  return codes.every((code) => /^[a-z]{2,3}$/.test(code)) ? [...new Set(codes)] : null
}
