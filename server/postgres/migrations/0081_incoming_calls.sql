-- Who is calling whom right now, as the telephone system tells it: each call once, forgotten after a day.
-- Breaking: no

create table incoming_calls (
  -- As the telephone system calls it.
  call text primary key,
  id uuid not null unique,
  agent_id uuid not null references agents on delete cascade,
  number text not null,
  at timestamptz not null,
  -- When its agent logged it, or let it go.
  over_at timestamptz
);
create index incoming_calls_of_agent on incoming_calls (agent_id, at desc) where over_at is null;
create index incoming_calls_at on incoming_calls (at);
