-- What an agent is to hear of, kept until he has seen it on any device: who names him or asks him for advice, and what happens where he follows.
-- Breaking: no

create table followers (
  conversation_id uuid not null references conversations on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  since timestamptz not null,
  primary key (conversation_id, agent_id)
);
create index followers_of on followers (agent_id);

create table news (
  agent_id uuid not null references agents on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  lane text not null check (lane in ('public', 'internal')),
  seq int not null,
  why text not null check (why in ('mentioned', 'asked', 'advised', 'said', 'broken', 'escalated', 'resolved', 'reopened')),
  at timestamptz not null,
  seen_at timestamptz,
  primary key (agent_id, conversation_id, lane, seq)
);
create index news_of on news (agent_id, at desc);
create index news_about on news (conversation_id);
