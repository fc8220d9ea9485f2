import { readdirSync, readFileSync } from 'node:fs'

/** Stops a process and all its children in the middle of whatever they do; returns how they go on. */
export function freeze(pid: number): () => void {
  const family = [pid, ...childrenOf(pid)]
  for (const one of family) signal(one, 'SIGSTOP')
  // Those that were born in between.
  for (const one of childrenOf(pid)) signal(one, 'SIGSTOP')
  return () => {
    for (const one of [...childrenOf(pid), pid]) signal(one, 'SIGCONT')
  }
}

function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid)
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

function signal(pid: number, what: 'SIGSTOP' | 'SIGCONT') {
  try {
    process.kill(pid, what)
  } catch {
    // It has ended meanwhile.
  }
}
