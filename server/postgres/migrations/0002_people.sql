-- Who may come in (sessions, one-time links), what administrators set up, and a log of it that nobody can edit.

alter table agents add column version int not null default 1;
alter table teams add column version int not null default 1;

-- Tokens are kept as SHA-256 only: whoever reads this table cannot use what it holds.
create table sessions (
  id uuid primary key,
  agent_id uuid not null references agents on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  address text
);
create index sessions_agent on sessions (agent_id);
create index sessions_created on sessions (created_at);

-- At most one open link for a person: a new one ends the one before.
create table invitations (
  agent_id uuid primary key references agents on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null
);

-- Texts that agents keep ready: a team's, a person's, or (neither) everyone's.
create table replies (
  id uuid primary key,
  name text not null,
  text text not null,
  team_id uuid references teams on delete cascade,
  agent_id uuid references agents on delete cascade,
  version int not null default 1,
  check (team_id is null or agent_id is null)
);

-- Host pages that vouch for who their visitors are; `key` is an HS256 secret or a public key.
create table sites (
  id uuid primary key,
  name text not null,
  issuer text not null,
  audience text not null,
  algorithm text not null check (algorithm in ('HS256', 'RS256', 'ES256')),
  key text not null,
  previous_key text,
  previous_until timestamptz,
  version int not null default 1
);
create unique index sites_name on sites (lower(name));
create unique index sites_issuer on sites (issuer, audience);

create table audit (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  who uuid,
  what text not null,
  subject_id uuid,
  subject_name text,
  before jsonb,
  after jsonb,
  request text,
  address text
);

create function refuse_to_forget() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log only grows.';
end
$$;
create trigger audit_only_grows before update or delete or truncate on audit for each statement execute function refuse_to_forget();
