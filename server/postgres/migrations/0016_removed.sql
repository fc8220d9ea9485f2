-- What an administrator takes away is kept for an hour as it stood, with all that goes with it, so that it can be brought back whole.

create table removed (
  id uuid primary key,
  noun text not null check (noun in ('team', 'site', 'category')),
  -- Each table that lost rows, with these rows.
  rows jsonb not null,
  removed_at timestamptz not null
);
create index removed_since on removed (removed_at);
