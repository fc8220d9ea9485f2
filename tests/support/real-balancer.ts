import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lifeline } from '../../server/engines/lifeline.mjs'
import { aFolder } from './engines.ts'
import { aFreePort } from './free-port.ts'
import { find } from './programs.mjs'
import { until } from './until.ts'

export type BalancerName = 'haproxy' | 'nginx'

/** A balancer in front of two desks, with the very configuration that docs/deployment gives, without TLS. */
export async function aRealBalancer(name: BalancerName, ports: [number, number]) {
  const folder = aFolder()
  const port = await aFreePort()
  const file = join(folder, 'conf')
  writeFileSync(file, configurations[name](port, ports, folder))
  const program = find(name)
  if (!program) throw new Error(`There is no ${name}`)
  const [first = '', ...words] = [...lifeline('TERM'), program, ...wordsFor[name](file, folder)]
  const url = `http://127.0.0.1:${port}`
  let said = ''
  let child = await open()

  async function open() {
    // In a group of its own, so that its workers can be told as well.
    const next = spawn(first, words, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    for (const stream of [next.stdout, next.stderr]) stream.on('data', (text) => (said += String(text)))
    await until(`${name} leads to a desk`, () => answersWell(`${url}/health/live`), 15).catch((error: Error) => {
      next.kill('SIGKILL')
      throw new Error(`${error.message}\n${said}`)
    })
    return next
  }

  async function send(signal: NodeJS.Signals) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    process.kill(-child.pid, signal)
    await gone
  }

  return {
    url,
    said: () => said,
    /** It dies without a word, and whoever looks after it starts it again. */
    async falls() {
      await send('SIGKILL')
      child = await open()
    },
    async end() {
      await send('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const documented = (file: string) => readFileSync(join(import.meta.dirname, '../../docs/deployment', file), 'utf8')

const placed = (text: string, [one, two]: [number, number]) =>
  text.replaceAll('10.0.0.11:3000', `127.0.0.1:${one}`).replaceAll('10.0.0.12:3000', `127.0.0.1:${two}`)

const configurations: Record<BalancerName, (port: number, ports: [number, number], folder: string) => string> = {
  haproxy: (port, ports) => placed(documented('haproxy.cfg'), ports).replace(/bind :443 .+/, `bind 127.0.0.1:${port}`),
  nginx: (port, ports, folder) =>
    `${nginxAround(folder)}\nhttp {\n${temporary(folder)}\n${placed(documented('nginx.conf'), ports)
      .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
      .replace(/^\s*ssl_.+$/gm, '')}\n}\n`,
}

const nginxAround = (folder: string) =>
  `${process.getuid?.() === 0 ? 'user root;' : ''}\npid ${folder}/pid;\nerror_log stderr warn;\ndaemon off;\nevents { worker_connections 1024; }`

const temporary = (folder: string) =>
  ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join('\n') +
  '\naccess_log off;'

const wordsFor: Record<BalancerName, (file: string, folder: string) => string[]> = {
  haproxy: (file) => ['-f', file, '-db'],
  nginx: (file, folder) => ['-p', folder, '-c', file],
}

async function answersWell(url: string): Promise<boolean> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => null)
  await answer?.arrayBuffer().catch(() => undefined)
  return answer?.ok === true
}
