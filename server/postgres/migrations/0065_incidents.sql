-- Many people have one cause: what is known of it is written once, and every ticket of it says how far that reached it.
-- Breaking: no

create table incidents (
  id uuid primary key,
  -- The ticket that it was declared from, where it was one.
  conversation_id uuid references conversations,
  title text not null,
  -- What requesters read now, and when they hear more.
  text text not null,
  next_by timestamptz,
  team_id uuid,
  -- For whom it is shown: everybody, where both are empty.
  topics uuid[] not null default '{}',
  sites uuid[] not null default '{}',
  state text not null default 'open' check (state in ('open', 'resolved')),
  -- The number of the latest news.
  edition int not null default 0,
  declared_by uuid references agents on delete set null,
  declared_at timestamptz not null,
  resolved_at timestamptz,
  -- Nobody more can be waiting for news of it.
  settled_at timestamptz,
  -- Until when one process brings its news.
  claimed_until timestamptz,
  changed_at timestamptz not null,
  version int not null default 1
);
create index incidents_unsettled on incidents (declared_at) where settled_at is null;

create table incident_news (
  incident_id uuid not null references incidents on delete cascade,
  edition int not null,
  id uuid not null unique,
  at timestamptz not null,
  agent_id uuid not null,
  -- What its writer was called.
  name text not null,
  text text not null,
  is_last boolean not null default false,
  primary key (incident_id, edition)
);

alter table tickets add incident_id uuid, add incident_edition int;
create index tickets_of_incident on tickets (incident_id, incident_edition, number desc) where incident_id is not null;
