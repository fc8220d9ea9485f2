import { spawnSync } from 'node:child_process'
import { mkdirSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from './engines.ts'

export type SmallDisk = ReturnType<typeof aSmallDisk>

/** A file system of one's own with so many megabytes, to be filled to the last of them. */
export function aSmallDisk(megabytes: number) {
  const mount = aFolder()
  run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'firstline', mount)
  const folder = join(mount, 'd')
  mkdirSync(folder, { mode: 0o700 })
  const ballast = join(mount, 'ballast')

  return {
    /** A folder on it. */
    folder,
    /** Leaves no byte free. */
    fill() {
      const { bavail, bsize } = statfsSync(mount)
      for (let piece = bavail * bsize; piece >= bsize; piece = Math.floor(piece / 2)) append(ballast, piece)
    },
    free: () => rmSync(ballast, { force: true }),
    close() {
      run('umount', '--lazy', mount)
      rmdirSync(mount)
    },
  }
}

function append(file: string, bytes: number) {
  try {
    writeFileSync(file, Buffer.alloc(bytes), { flag: 'a' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

function run(program: string, ...words: string[]) {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} failed: ${stderr}`)
}
