import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { carriersOf, doorsOf, sourcesOf } from './support/doors.ts'

const root = join(import.meta.dirname, '..')
const files = sourcesOf('shared', 'server', 'widget', 'console')
const styles = ['shared/ui', 'widget', 'console'].flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !file.includes('node_modules'))
    .map((file) => join(room, file)),
)

/** Which rooms may open a door to which. The first row that fits a file decides; a door to one's own room is always open. */
const rooms: [room: RegExp, may: RegExp][] = [
  [/^shared\/ui\//, /^shared\/|^npm:(preact(\/.+)?|@preact\/signals|lucide-preact(\/.+)?|@fontsource-variable\/inter(\/.+)?)$/],
  [/^shared\/client\//, /^shared\/([\w-]+|protocol\/[\w-]+)\.ts$|^npm:(@preact\/signals|socket\.io-client)$/],
  [/^shared\/protocol(\.ts|\/)/, /^shared\/([\w-]+|protocol\/[\w-]+)\.ts$|^npm:zod$/],
  [/^shared\/words\//, /^shared\/[\w-]+\.ts$/],
  [/^shared\/[\w-]+\.ts$/, /^shared\/protocol\/[\w-]+\.ts$/],
  [/^(widget)\//, /^shared\/|^npm:(preact(\/.+)?|@preact\/signals|lucide-preact(\/.+)?)$/],
  [/^(console)\//, /^shared\/|^npm:(preact(\/.+)?|@preact\/signals|lucide-preact(\/.+)?)$/],
  [/^server\/desk\//, /^shared\/([\w-]+|(protocol|words)\/[\w-]+)\.ts$|^npm:(node:crypto|ipaddr\.js)$/],
  [/^server\/engines\//, /^npm:node:|^server\/build\.mjs$/],
  [/^server\/[\w-]+\.mjs$/, /^server\/engines\/|^npm:(node:.+|esbuild)$/],
  // The app and its chapters.
  [
    /^server\/(app|answers|filing|forgetting|gauges|kernel|measures|outgoing|telephones|trying|main|clockwork)\.ts$/,
    /^(shared|server)\/|^npm:/,
  ],
  [/^server\/[\w-]+\.ts$/, /^shared\/([\w-]+|protocol\/[\w-]+)\.ts$|^server\/desk\/|^npm:/],
  [/^server\/commands\//, /^(shared|server)\/|^npm:/],
  // The edges: each knows the desk and itself, never another edge.
  [/^server\/([\w-]+)\//, /^shared\/([\w-]+|protocol\/[\w-]+)\.ts$|^server\/(desk\/|config\.ts$)|^npm:/],
]

test('every file has a room', () => {
  expect(files.filter((file) => !roomOf(file))).toEqual([])
})

test('each file opens only the doors it may', () => {
  const strangers = files.flatMap((file) =>
    doorsOf(file)
      .filter(({ to }) => !mayOpen(file, to))
      .map(({ to }) => `${file} -> ${to}`),
  )

  expect(strangers).toEqual([])
})

test('what a browser loads brings no zod along', () => {
  const carriers = carriersOf('zod', files)
  const light = files.filter((file) => /^(shared|widget|console)\//.test(file) && !/^shared\/protocol(\.ts|\/)/.test(file))

  expect(light.filter((file) => carriers.has(file)).map((file) => `${file} -> ${carriers.get(file)}`)).toEqual([])
})

test('packages come from the workspace that names them', () => {
  const strangers = files.flatMap((file) =>
    doorsOf(file)
      .map(({ to }) => packageIn(to))
      .filter((pack) => pack && !declaredFor(file).has(pack))
      .map((pack) => `${file} -> ${pack}`),
  )

  expect(strangers).toEqual([])
})

test('a thing lives in the file of its concept', () => {
  const vague = files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|src|index)(\/|\.tsx?$)/.test(file))

  expect(vague).toEqual([])
})

test('no file is longer than one can read in one go', () => {
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1

  expect([...files, ...styles].filter((file) => lines(file) > 300).map((file) => `${file}: ${lines(file)}`)).toEqual([])
})

test('the top level holds what the design names', () => {
  const made = /^(node_modules|dist|data|coverage)$/
  const named =
    /^(\..+|server|widget|console|shared|tests|docs|package(-lock)?\.json|tsconfig(\.base)?\.json|[A-Z]+\.md|LICENSE|Dockerfile|compose\.yaml|biome\.json|jest\.config\.mjs)$/

  expect(readdirSync(root).filter((name) => !made.test(name) && !named.test(name))).toEqual([])
})

test.each([
  ['fastify', '5.12.2'],
  ['@fastify/middie', '9.3.2'],
  ['@fastify/express', '4.0.5'],
  ['@fastify/reply-from', '12.6.2'],
  ['@fastify/http-proxy', '11.4.4'],
  ['@fastify/multipart', '7.4.1'],
  ['@fastify/websocket', '7.1.1'],
  ['@fastify/passport', '2.3.0'],
  ['socket.io', '4.6.2'],
  ['engine.io', '6.6.9'],
  ['socket.io-parser', '4.2.6'],
  ['ws', '8.21.0'],
  ['preact', '10.28.2'],
  ['markdown-it', '14.1.1'],
])('%s, where it is used, is at least %s', (name, minimum) => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version: string }>
  }
  const versions = Object.entries(packages).flatMap(([path, { version }]) => (path.endsWith(`node_modules/${name}`) ? [version] : []))

  expect(versions.filter((version) => isOlder(version, minimum))).toEqual([])
})

test('the house is guarded: a door that may not be opened is noticed', () => {
  expect(mayOpen('server/sockets/answer.ts', 'server/postgres/people.ts')).toBe(false)
  expect(mayOpen('server/desk/decide.ts', 'npm:pg')).toBe(false)
  expect(mayOpen('widget/main.tsx', 'console/router.ts')).toBe(false)
  expect(mayOpen('shared/client/chat.ts', 'shared/ui/Timeline.tsx')).toBe(false)
  expect(mayOpen('server/sockets/answer.ts', 'server/desk/decide.ts')).toBe(true)
})

function roomOf(file: string) {
  return rooms.find(([room]) => room.test(file))
}

function mayOpen(file: string, to: string) {
  const [room, may] = roomOf(file) ?? [/$^/, /$^/]
  return may.test(to) || (room.test(to) && room.exec(to)?.[1] === room.exec(file)?.[1]) || to.endsWith('.css')
}

function packageIn(door: string) {
  const [, name] = /^npm:(?!node:)((?:@[^/]+\/)?[^/]+)/.exec(door) ?? []
  return name
}

function declaredFor(file: string) {
  const manifests = [file.split('/')[0] ?? '', '.', 'shared'].map((folder) => join(root, folder, 'package.json'))
  const [own = {}, top = {}, shared = {}] = manifests.map((path) => JSON.parse(readFileSync(path, 'utf8')))
  // The launcher and the build belong to the house, what both front ends use to what they share.
  const also = file.endsWith('.mjs') ? top : /^(widget|console)\//.test(file) ? shared : {}
  return new Set(Object.keys({ ...own.dependencies, ...also.dependencies }))
}

function isOlder(version: string, minimum: string) {
  const [have, need] = [version, minimum].map((text) => text.split('.').map((part) => Number.parseInt(part, 10)))
  for (let place = 0; place < 3; place++) {
    const difference = (have?.[place] ?? 0) - (need?.[place] ?? 0)
    if (difference) return difference < 0
  }
  return false
}
