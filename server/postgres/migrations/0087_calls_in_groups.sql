-- A call may ring at several agents at once, or be passed on: it is kept once for each of them.
-- Breaking: no

alter table incoming_calls drop constraint incoming_calls_pkey;
alter table incoming_calls add primary key (call, agent_id);
