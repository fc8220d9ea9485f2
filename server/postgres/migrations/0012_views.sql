-- A list that somebody narrowed once is there again, under a name: for himself, or for everybody of a team.

create table ticket_views (
  id uuid primary key,
  name text not null check (length(name) between 1 and 60),
  -- Who made it, and for whom: null is for himself alone.
  agent_id uuid not null references agents on delete cascade,
  team_id uuid references teams on delete cascade,
  query jsonb not null,
  version int not null default 1,
  created_at timestamptz not null default now()
);
create index ticket_views_mine on ticket_views (agent_id);
create index ticket_views_of_team on ticket_views (team_id) where team_id is not null;
