import { rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { startChild } from '../../server/engines/child.mjs'
import { lifeline } from '../../server/engines/lifeline.mjs'
import { redisProgram } from '../../server/engines/redis-program.mjs'
import { aFolder } from './engines.ts'
import { aFreePort } from './free-port.ts'
import { until } from './until.ts'

type Node = Awaited<ReturnType<typeof aNode>>

/** One Redis of a group, or one of the sentinels that watch over it. */
async function aNode(settings: string[], asSentinel = false) {
  const folder = aFolder()
  const port = await aFreePort()
  const file = join(folder, 'redis.conf')
  // A sentinel writes down what it learns.
  writeFileSync(file, [`port ${port}`, 'bind 127.0.0.1', `dir ${folder}`, ...settings].join('\n'))
  const { program, env } = redisProgram(() => {})
  const command = [...lifeline('TERM'), program, file, ...(asSentinel ? ['--sentinel'] : [])]
  const isReady = async () => (await ask(port, 'PING')).startsWith('+PONG')
  const child = await startChild({ command, env: { ...process.env, ...env }, stopWith: 'SIGKILL', isReady })
  return {
    port,
    ask: (words: string) => ask(port, words),
    kill: () => child.stop(),
    async close() {
      await child.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const forgetful = ['save ""', 'appendonly no', 'maxmemory-policy noeviction']

/** A Redis, a copy of it, and three sentinels that make the copy the first when it is gone. */
export async function aWatchedRedis() {
  const first = await aNode(forgetful)
  const copy = await aNode([...forgetful, `replicaof 127.0.0.1 ${first.port}`])
  await until('the copy follows', async () => (await copy.ask('INFO replication')).includes('master_link_status:up'), 20)
  const watching = [
    `sentinel monitor desk 127.0.0.1 ${first.port} 2`,
    'sentinel down-after-milliseconds desk 1000',
    'sentinel failover-timeout desk 5000',
  ]
  const sentinels = [await aNode(watching, true), await aNode(watching, true), await aNode(watching, true)]
  await until(
    'the sentinels know each other',
    async () => (await ask(sentinels[0]?.port ?? 0, 'SENTINEL MASTER desk')).includes('num-other-sentinels\r\n$1\r\n2'),
    30,
  )
  return {
    url: `redis+sentinel://${places(sentinels)}/desk`,
    /** Ends the one that leads; resolves when another does. */
    async loses() {
      await first.kill()
      await until('another leads', async () => (await copy.ask('ROLE')).includes('master'), 30)
    },
    close: () => endAll([first, copy, ...sentinels]),
  }
}

/** Three that share what there is. */
export async function aRedisCluster() {
  const settings = [...forgetful, 'cluster-enabled yes', 'cluster-node-timeout 2000']
  const nodes = [await aNode(settings), await aNode(settings), await aNode(settings)]
  const bounds = [0, 5461, 10_923, 16_384]
  for (const [index, node] of nodes.entries()) {
    await node.ask(`CLUSTER ADDSLOTSRANGE ${bounds[index]} ${(bounds[index + 1] ?? 0) - 1}`)
    await node.ask(`CLUSTER MEET 127.0.0.1 ${nodes[0]?.port}`)
  }
  await until('the cluster stands', async () => (await Promise.all(nodes.map((node) => node.ask('CLUSTER INFO')))).every(stands), 30)
  return { url: `redis+cluster://${places(nodes)}`, nodes, close: () => endAll(nodes) }
}

const stands = (info: string) => info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3')
const places = (nodes: Node[]) => nodes.map(({ port }) => `127.0.0.1:${port}`).join(',')
const endAll = (nodes: Node[]) => Promise.all(nodes.map((node) => node.close()))

/** What Redis says to this, or nothing where it is not there. */
function ask(port: number, words: string): Promise<string> {
  return new Promise((tell) => {
    const line = connect({ port, host: '127.0.0.1' }, () => line.write(`${words}\r\n`))
    line.on('data', (said) => {
      tell(String(said))
      line.destroy()
    })
    line.on('error', () => tell(''))
    line.on('close', () => tell(''))
  })
}
