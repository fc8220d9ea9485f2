-- A hand-over holds its giver's incidents, too. Of a team that it is meant for, anybody may say that it is not for him: it rings no
-- more at him, and the others still see it.
-- Breaking: no

create table hand_over_incidents (
  hand_over_id uuid not null references hand_overs on delete cascade,
  incident_id uuid not null references incidents on delete cascade,
  position int not null,
  line text not null,
  outcome text check (outcome in ('taken', 'gone')),
  primary key (hand_over_id, incident_id)
);
create index hand_over_incidents_of on hand_over_incidents (incident_id);

create table hand_over_declines (
  hand_over_id uuid not null references hand_overs on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  reason text not null,
  at timestamptz not null,
  primary key (hand_over_id, agent_id)
);
create index hand_over_declines_of on hand_over_declines (agent_id);
