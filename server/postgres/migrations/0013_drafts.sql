-- What an agent writes on one device is there on his others before he sends it: a private row, which only its version can replace.

create sequence draft_versions;

create table drafts (
  person_id uuid not null references agents on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  lane text not null check (lane in ('public', 'internal')),
  text text not null,
  -- What was written elsewhere in the same moment, and waits to be taken up again or let go.
  aside text[] not null default '{}',
  -- Drawn from one sequence for all, so that a draft that was forgotten and begun anew never has an old version again.
  version bigint not null default nextval('draft_versions'),
  changed_at timestamptz not null,
  primary key (person_id, conversation_id, lane)
) with (fillfactor = 70);
create index drafts_of_conversation on drafts (conversation_id);
create index drafts_changed on drafts (changed_at);
