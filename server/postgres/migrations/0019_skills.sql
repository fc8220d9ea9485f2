-- What agents know and conversations ask for; whom a requester is led back to, and who must not be kept waiting. Null everywhere is
-- as it was before: everybody may take everything.
-- Breaking: no

alter table agents
  -- By name, from 1 to 5.
  add skills jsonb,
  add languages text[];
-- What the conversations of a topic ask of their agents: [{skill, level, required}].
alter table topics add needs jsonb;
alter table requesters
  add vip boolean,
  add named_agent uuid references agents on delete set null;
