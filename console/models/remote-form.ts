import type { RemoteHelp } from '../../shared/consent.ts'
import { isProbe, isToolLink, toolSchemes } from '../../shared/consent-lists.ts'
import { words } from '../later-words.ts'
import type { Errors } from './form.ts'

/** What helps from afar as it is written in a form: one a line, `Name = address`. */
export interface WrittenRemote {
  probes: string
  tools: string
}

export const writtenRemote = ({ probes, tools }: RemoteHelp): WrittenRemote => ({
  probes: probes.map(({ name, url }) => `${name} = ${url}`).join('\n'),
  tools: tools.map(({ name, link }) => `${name} = ${link}`).join('\n'),
})

/** What is written; lines that are none are left out. */
export const readRemote = ({ probes, tools }: WrittenRemote): RemoteHelp => ({
  probes: linesIn(probes).flatMap(({ name, value }) => (name && isProbe(value) ? [{ name, url: value }] : [])),
  tools: linesIn(tools).flatMap(({ name, value }) => (name && isToolLink(value) ? [{ name, link: value }] : [])),
})

const most = { probes: 10, tools: 20 }

/** What is wrong with which field. */
export function wrongRemote({ probes, tools }: WrittenRemote): Errors<WrittenRemote> {
  const texts = words.remote.settings
  return {
    probes: wrongIn(linesIn(probes), isProbe, texts.wrongProbe, most.probes),
    tools: wrongIn(linesIn(tools), isToolLink, (line) => `${texts.wrongTool(line)}. ${texts.schemes(toolSchemes.join(', '))}`, most.tools),
  }
}

function wrongIn(lines: readonly Line[], isRight: (value: string) => boolean, told: (line: string) => string, atMost: number) {
  const wrong = lines.find(({ name, value }) => !name || name.length > 60 || !isRight(value))
  if (wrong) return told(wrong.line)
  const twice = lines.find(({ name }, at) => lines.findIndex((one) => one.name === name) < at)
  if (twice) return words.remote.settings.twice(twice.name)
  return lines.length > atMost ? words.remote.settings.tooMany(atMost) : null
}

interface Line {
  line: string
  name: string
  value: string
}

const linesIn = (text: string): Line[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [name = '', ...rest] = line.split('=')
      return { line, name: name.trim(), value: rest.join('=').trim() }
    })
