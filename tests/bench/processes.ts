import { readdirSync, readFileSync } from 'node:fs'

/** Seconds of processor time, user and kernel, that these processes and all below them have used so far. */
export function cpuSeconds(roots: number[]): number {
  const ticks = withChildren(roots).map(({ fields }) => fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0))
  return ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond
}

/** Memory of these processes and all below them in kB; what several share is counted once in all. */
export function proportionalKilobytes(roots: number[]): number {
  return withChildren(roots).reduce((sum, { pid }) => sum + pssOf(pid), 0)
}

const ticksPerSecond = 100

interface Running {
  pid: number
  parent: number
  /** /proc/PID/stat from the state on. */
  fields: string[]
}

function withChildren(roots: number[]): Running[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)))
  const wanted = new Set(roots)
  for (let before = 0; before < wanted.size; ) {
    before = wanted.size
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid)
  }
  return all.filter(({ pid }) => wanted.has(pid))
}

function statOf(pid: number): Running[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return [{ pid, parent: Number(fields[1]), fields }]
  } catch {
    return []
  }
}

function pssOf(pid: number) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
