import { z } from 'zod'
import { redisPlace } from './desk/line/redis-places.ts'
import { trustedProxies } from './desk/proxies.ts'

const onlyOrigin = (url: string) => new URL(url).origin

/** Every setting of one process, as the environment names it. The README prints this table. */
export const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('The port that Firstline listens on. 0 takes a free one.'),
  HOST: z
    .string()
    .min(1)
    .default('0.0.0.0')
    .describe(
      'The address that it listens on. All of them by default, since colleagues sit at other machines; `127.0.0.1` behind a proxy on the same one.',
    ),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform(onlyOrigin)
    .optional()
    .describe('Where browsers find it, such as `https://help.example.com`. Without it, the address that a browser used counts.'),
  TRUST_PROXY: z
    .string()
    .default('false')
    .transform((written, context) => trustedProxies(written) ?? context.addIssue(notProxies) ?? z.NEVER)
    .describe(
      'Whose word about the true address of a client counts: `false` for nobody, a number of proxies in front, or their addresses and networks, separated by commas. `true` trusts everybody and is only safe where nobody but the proxy gets through.',
    ),
  DATABASE_URL: z
    .string({ error: 'is missing: give the address of a PostgreSQL database, or use `npm start`, which brings its own' })
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .describe(
      'A PostgreSQL database of your own, such as `postgresql://firstline@db.example.com/firstline`. `npm start` brings one otherwise.',
    ),
  REDIS_URL: z
    .string({ error: 'is missing: give the address of a Redis, or use `npm start`, which brings its own' })
    .refine(
      (url) => redisPlace(url) !== undefined,
      'must begin with redis://, rediss:// or unix://, or be redis+sentinel://host,host,host/name or redis+cluster://host,host,host',
    )
    .describe(
      'A Redis (7 or newer) of your own, such as `redis://cache.example.com:6379`; `redis+sentinel://host,host,host/name` asks sentinels where it is, and `redis+cluster://host,host,host` is a cluster. `npm start` brings one otherwise.',
    ),
  DATA_DIR: z.string().min(1).default('./data').describe('The folder for what is kept in files. Processes behind one balancer share it.'),
  MAX_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(10)
    .max(1_000_000)
    .default(10_000)
    .describe('How many live connections one process holds. The last tenth of them is kept for agents.'),
  MAX_FILE_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(20)
    .describe('How many megabytes a file that somebody attaches may have. A proxy in front must let as much through.'),
  UNVERIFIED_MB_A_DAY: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(100)
    .describe(
      'How many megabytes of files a requester whom no page vouches for may send in a day. All of them behind one address (with IPv6: one /64 network) may send ten times as much.',
    ),
  KEEP_DELIVERIES_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(36_500)
    .default(90)
    .describe('For how many days it is remembered what the webhook was sent. What could not be delivered stays.'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('How much is logged: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.'),
  METRICS_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe('Whoever reads `/metrics` must show this as a Bearer token. Without it, only this machine may read them.'),
  FIRSTLINE_ENGINES: z
    .enum(['embedded', 'given'])
    .optional()
    .describe('Set by `npm start` where PostgreSQL or Redis are its own children. Not for you to set.'),
  FIRSTLINE_WORKER: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe('Set by `npm start -- --workers 2`: which of several processes on the same engines this is. Not for you to set.'),
})

const notProxies = { code: 'custom', message: 'must be true, false, a number of proxies, or a list of addresses and networks' } as const

/** What this process was told. */
export type Config = z.output<typeof settings>

/** Reads the configuration from the environment, or throws a sentence that says what is missing or wrong. */
export function configFrom(environment: Record<string, string | undefined>): Config {
  const given = Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== '')
  const read = settings.safeParse(Object.fromEntries(given))
  if (read.success) return read.data
  throw new Error(read.error.issues.map(sentence).join('\n'))
}

// The value itself is never repeated: it may hold a password.
function sentence({ path, message }: z.core.$ZodIssue) {
  return `The setting ${path.join('.')} ${/^(is|must) /.test(message) ? message : `is wrong: ${message}`}.`
}

/** The settings as a table for the README. */
export function configTable(): string {
  const rows = Object.entries(settings.shape).map(([name, field]) => `| \`${name}\` | ${defaultOf(field)} | ${field.description} |`)
  return ['| Variable | Default | Meaning |', '|---|---|---|', ...rows].join('\n')
}

function defaultOf(field: z.ZodType) {
  const value = field.safeParse(undefined)
  if (!value.success) return 'required'
  return value.data === undefined ? '' : `\`${value.data}\``
}
