import pg, { type Connection, type Pool, type PoolClient, type QueryConfig, type QueryResult, type QueryResultRow } from 'pg'

/** What statements are asked of: a connection, or a volley that is being put together. */
export interface Statements {
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>
}

/**
 * Asks for many statements at once, as one transaction: all of them are kept, or none. They go out in one piece and are
 * answered in one, where PostgreSQL would otherwise answer each by itself and wake this process for it. `ask` asks for
 * everything before it waits for anything. Fails with what the first that failed fails with.
 */
export async function inOneVolley<T>(pool: Pool, ask: (statements: Statements) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    return await volley(client, ask)
  } finally {
    client.release()
  }
}

/** Like `inOneVolley`, on a connection that is in hand; in a transaction that was begun there, it is a part of that. */
export function volley<T>(client: PoolClient, ask: (statements: Statements) => Promise<T>): Promise<T> {
  const shots: Shot[] = []
  let isAway = false
  const answered = ask({
    query: <Row extends QueryResultRow>(statement: QueryConfig) =>
      new Promise<QueryResult<Row>>((resolve, reject) => {
        if (isAway) throw new Error('Asked after its volley was sent')
        const answer = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result as QueryResult<Row>))
        shots.push(shotOf(statement, answer))
      }),
  })
  isAway = true
  if (shots.length > 0) client.query(together(shots))
  return answered
}

type Answer = (error: Error | null, result?: unknown) => void

/** A query as pg's client handles it: it hands on what PostgreSQL answers, of which pg's types say nothing. */
interface Shot extends pg.Query {
  name: string | undefined
  text: string
  callback: Answer
  submit: (line: Connection) => Error | null
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, line: Connection): void
  handleReadyForQuery(line: Connection): void
  handleError(error: Error, line: Connection): void
}

// Without values it would otherwise go as a simple query, which is a transaction of its own.
const shotOf = (statement: QueryConfig, answer: Answer) =>
  new pg.Query({ ...statement, queryMode: 'extended' } as QueryConfig, answer as never) as Shot

/**
 * Several queries as one of pg's: their messages with one `Sync` behind them. Up to there PostgreSQL takes all as one
 * transaction, and keeps its answers together (PostgreSQL, Frontend/Backend Protocol, Pipelining).
 */
function together(shots: Shot[]): Shot {
  const [first] = shots
  let place = 0
  /** One that could not even be sent. */
  let misfired: Shot | undefined
  const whole: Shot = Object.assign(new pg.Query('') as Shot, {
    // The client notes as prepared what stands here.
    name: first?.name,
    text: first?.text ?? '',
    // Here it counts the time that an answer may take.
    callback: () => {},

    submit(line: Connection) {
      misfired = submitAll(shots, line)
      // It keeps all others from being kept.
      if (misfired) line.execute({ portal: 'none' }, false)
      line.sync()
      return null
    },
    handleRowDescription: (message: unknown) => shots[place]?.handleRowDescription(message),
    handleDataRow: (message: unknown) => shots[place]?.handleDataRow(message),
    handleCommandComplete(message: unknown, line: Connection) {
      shots[place]?.handleCommandComplete(message, line)
      place++
      whole.name = shots[place]?.name
      whole.text = shots[place]?.text ?? ''
    },
    // Nothing is true before all of it is committed.
    handleReadyForQuery(line: Connection) {
      for (const shot of shots) shot.handleReadyForQuery(line)
      whole.callback(null)
    },
    handleError(error: Error, line: Connection) {
      // PostgreSQL passed over whatever stood behind the one that failed.
      forget('submittedNamedStatements', shots.slice(place), line)
      // And pg closed what it had no values for.
      if (misfired) forget('parsedStatements', [misfired], line)
      for (const shot of shots) shot.handleError(error, line)
      whole.callback(error)
    },
  })
  return whole
}

/** Sends all of them but their ends, up to one that is wrong in itself; returns that one. */
function submitAll(shots: Shot[], line: Connection): Shot | undefined {
  const endless: Connection = Object.create(line, { sync: { value: () => {} } })
  return shots.find((shot) => {
    let wrong = false
    const { callback } = shot
    shot.callback = (error, result) => {
      wrong = error !== null
      callback(error, result)
    }
    const error = shot.submit(endless)
    if (error) shot.handleError(error, endless)
    return wrong
  })
}

/** What pg believes to be prepared, and to be on the way to that. */
type Prepared = Record<'parsedStatements' | 'submittedNamedStatements', Record<string, string>>

function forget(what: keyof Prepared, shots: Shot[], line: Connection) {
  const { [what]: prepared } = line as Connection & Prepared
  for (const { name } of shots) if (name) delete prepared[name]
}
