import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type SmallMemory = ReturnType<typeof aSmallMemory>

const groups = '/sys/fs/cgroup'

/** So many megabytes for a process and no more: what needs more is killed. A control group of Linux, of its first or second kind. */
export function aSmallMemory(megabytes: number) {
  const isSecond = existsSync(join(groups, 'cgroup.controllers'))
  const folder = join(groups, isSecond ? '' : 'memory', `firstline-tests-${process.pid}`)
  if (isSecond) writeFileSync(join(groups, 'cgroup.subtree_control'), '+memory')
  mkdirSync(folder)
  const file = (name: string) => join(folder, name)
  writeFileSync(file(isSecond ? 'memory.max' : 'memory.limit_in_bytes'), String(megabytes * 1024 * 1024))

  return {
    hold: (pid: number) => writeFileSync(file('cgroup.procs'), String(pid)),
    /** How often something had to be killed. */
    kills(): number {
      const told = readFileSync(file(isSecond ? 'memory.events' : 'memory.oom_control'), 'utf8')
      return Number(/^oom_kill (\d+)/m.exec(told)?.[1] ?? 0)
    },
    close: () => rmdirSync(folder),
  }
}
