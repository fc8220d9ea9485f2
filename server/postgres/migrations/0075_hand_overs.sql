-- At the end of a shift somebody offers what is his to a colleague or a team; nothing changes hands before one of them accepts.
-- Breaking: no

create table hand_overs (
  id uuid primary key,
  from_agent uuid not null references agents on delete cascade,
  to_agent uuid references agents on delete cascade,
  to_team uuid references teams on delete cascade,
  note text not null,
  made_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined', 'taken-back')),
  decided_by uuid references agents on delete set null,
  decided_at timestamptz,
  reason text not null default '',
  check (num_nonnulls(to_agent, to_team) = 1)
);
create index hand_overs_open on hand_overs (made_at) where state = 'open';
create index hand_overs_decided on hand_overs (decided_at) where state <> 'open';

create table hand_over_items (
  hand_over_id uuid not null references hand_overs on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  position int not null,
  line text not null,
  -- The act by which it changes hands: the same one however often it is tried.
  act uuid not null,
  outcome text check (outcome in ('taken', 'gone')),
  primary key (hand_over_id, conversation_id)
);
create index hand_over_items_of on hand_over_items (conversation_id);
create index hand_over_items_open on hand_over_items (hand_over_id) where outcome is null;
