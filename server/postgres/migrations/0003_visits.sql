-- A visit is what a requester's browser holds to come back to his own conversations, and to nothing else.

create table visits (
  id uuid primary key,
  -- SHA-256 of the token: whoever reads this table can open nothing with it.
  token_hash bytea not null unique,
  requester_id uuid not null references requesters on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now()
) with (fillfactor = 80);
create index visits_of_requester on visits (requester_id);
create index visits_idle on visits (seen_at);
