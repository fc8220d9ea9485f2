-- The kernel: people, teams, timelines with their summary rows, what leaves the house, and who is here.

create table agents (
  id uuid primary key,
  name text not null check (length(name) between 1 and 120),
  email text not null,
  role text not null check (role in ('agent', 'supervisor', 'administrator')),
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index agents_email on agents (lower(email));

create table teams (
  id uuid primary key,
  name text not null,
  tier int not null default 1 check (tier between 1 and 9),
  -- Opening hours: {zone, days: {mon: [["08:00","17:00"]], ...}, closed: ["2026-12-25"]}; null is always open.
  hours jsonb,
  created_at timestamptz not null default now()
);
create unique index teams_name on teams (lower(name));

create table topics (
  id uuid primary key,
  team_id uuid not null references teams on delete cascade,
  name text not null,
  position int not null default 0
);

create table members (
  agent_id uuid not null references agents on delete cascade,
  team_id uuid not null references teams on delete cascade,
  primary key (agent_id, team_id)
);

-- The load row: every path that gives a conversation to an agent locks and updates it in the same transaction.
create table standings (
  agent_id uuid primary key references agents on delete cascade,
  capacity int not null default 5 check (capacity between 0 and 50),
  load int not null default 0 check (load >= 0),
  wish text not null default 'away' check (wish in ('available', 'away')),
  missed int not null default 0,
  idle_since timestamptz not null default now(),
  gone_since timestamptz
);

create table requesters (
  id uuid primary key,
  -- The site whose key vouched for this person, and the name it knows him by; null for those who typed their name.
  site_id uuid,
  subject text,
  name text not null,
  email text,
  verified boolean not null default false,
  gone_since timestamptz,
  created_at timestamptz not null default now()
);
create unique index requesters_identity on requesters (site_id, subject) where subject is not null;

create sequence ticket_numbers start 1;

create table conversations (
  id uuid primary key,
  number bigint not null unique,
  state jsonb not null,
  status text not null,
  requester_id uuid not null references requesters,
  team_id uuid not null references teams,
  agent_id uuid references agents,
  offered_to uuid references agents,
  waiting_since timestamptz,
  last_public int not null,
  last_internal int not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  -- When the clock must look at it next, and until when one clock has it in hand.
  due_at timestamptz,
  claimed_until timestamptz
) with (fillfactor = 60);
create index conversations_waiting on conversations (team_id, waiting_since) where status = 'waiting';
create index conversations_unrouted on conversations (team_id, opened_at) where status = 'unrouted';
create index conversations_owned on conversations (agent_id) where status in ('active', 'held');
create index conversations_offered on conversations (offered_to) where offered_to is not null;
create index conversations_of_requester on conversations (requester_id, opened_at desc);
-- One open chat a requester: a double click or a second tab finds the first.
create unique index conversations_one_open on conversations (requester_id) where status in ('waiting', 'active', 'held');
create index conversations_due on conversations (due_at) where due_at is not null;

-- Joined speakers, for finding "my chats"; kept from the fold by the same transaction.
create table speakers (
  conversation_id uuid not null references conversations,
  agent_id uuid not null references agents,
  primary key (agent_id, conversation_id)
);

create table entries (
  conversation_id uuid not null,
  lane text not null,
  seq int not null,
  after int,
  at timestamptz not null,
  by uuid not null,
  kind text not null,
  data jsonb,
  -- The client's act that left it: the same act twice leaves its entries once, for ever.
  act uuid,
  ordinal int not null,
  act_digest bytea,
  -- What people wrote lies beside the entry; erasing empties body and salt and leaves the digest.
  body jsonb,
  salt bytea,
  digest bytea not null,
  primary key (conversation_id, lane, seq)
);
create unique index entries_once on entries (conversation_id, by, act, ordinal) where act is not null;

create table cursors (
  conversation_id uuid not null,
  person_id uuid not null,
  delivered int not null default 0,
  seen int not null default 0,
  primary key (conversation_id, person_id)
) with (fillfactor = 70);

create table tickets (
  conversation_id uuid primary key references conversations,
  number bigint not null unique,
  status text not null,
  subject text not null,
  category text,
  impact text not null,
  urgency text not null,
  priority int not null,
  channel text not null,
  team_id uuid not null,
  requester_id uuid not null,
  communication_owner uuid,
  work_owner uuid,
  resolution text,
  code text,
  opened_at timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz,
  changed_at timestamptz not null,
  logged_at timestamptz,
  -- The text index is written off the path of the chat, by the clock.
  search tsvector,
  indexed_at timestamptz
);
create index tickets_changed on tickets (changed_at desc, number desc);
create index tickets_search on tickets using gin (search);
create index tickets_to_index on tickets (changed_at) where indexed_at is null;

create table outbox (
  id uuid primary key,
  kind text not null,
  conversation_id uuid not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  last_error text,
  delivered_at timestamptz
);
create index outbox_open on outbox (created_at) where delivered_at is null;

create table settings (
  name text primary key,
  value jsonb not null,
  version int not null default 1,
  changed_at timestamptz not null default now()
);

-- Presence is a lease: a connection counts while the process that holds it renews its row.
create table processes (
  id uuid primary key,
  seen_at timestamptz not null
);
create table presences (
  connection_id text primary key,
  person_id uuid not null,
  process_id uuid not null references processes on delete cascade
);
create index presences_person on presences (person_id);
