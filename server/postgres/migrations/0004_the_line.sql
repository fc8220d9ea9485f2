-- How long people waited, so that those who wait now can be told honestly; and what an agent must still wrap up.

create table waits (
  conversation_id uuid not null references conversations on delete cascade,
  began_at timestamptz not null,
  team_id uuid not null references teams on delete cascade,
  -- How many were before this one beyond the free places, and how many places the agents had who were there.
  ahead int not null,
  places int not null,
  ended_at timestamptz,
  outcome text check (outcome in ('assigned', 'left')),
  primary key (conversation_id, began_at)
);
create index waits_ended on waits (team_id, ended_at desc) where outcome = 'assigned';

-- Ended conversations whose tickets still wait for an outcome, by the agent who had them.
create index tickets_to_wrap_up on tickets (communication_owner) where status in ('in-progress', 'on-hold');

-- A process says again and again whom it holds, and takes them along when it dies.
create index presences_process on presences (process_id);
