import type { Pool } from 'pg'
import type { LoadMove } from './line-laws.ts'

/** From now on every load that is committed is written down, however short it lasts. */
export const watchLoads = (pool: Pool) => pool.query(watching)

const watching = `
  create table loads (agent_id uuid, was float8, load float8, capacity int, tx xid8 default pg_current_xact_id());
  create function watch_load() returns trigger language plpgsql as $$
    begin insert into loads values (new.agent_id, old.load, new.load, new.capacity); return new; end $$;
  create trigger watch_loads after update of load on standings for each row when (old.load <> new.load) execute function watch_load();`

/** All that was written down, each with what came back to its agent in the same transaction. */
export async function loadMoves(pool: Pool): Promise<LoadMove[]> {
  const { rows } = await pool.query<LoadMove>(
    `with back as (
       select xmin::text as tx, (data->>'agent')::uuid as agent_id, count(*)::int as times from entries
       where kind = 'assigned' and data->>'how' = 'reopen' and by in (select id from requesters) group by 1, 2)
     select loads.agent_id as agent, was, load, capacity, coalesce(times, 0) as "cameBack"
     from loads left join back on back.agent_id = loads.agent_id and back.tx = loads.tx::xid::text`,
  )
  return rows
}

/** Agents whose load is not what they own and are offered; in one look, so that nothing moves meanwhile. */
export async function untrueLoads(pool: Pool): Promise<{ agent: string; load: number; carried: number }[]> {
  const { rows } = await pool.query(
    `select * from (select agent_id as agent, load, (select count(*)::int from conversations
       where (agent_id = standings.agent_id and status in ('active', 'held')) or (offered_to = standings.agent_id and status = 'waiting')) as carried
     from standings) as loads where load <> carried`,
  )
  return rows
}
