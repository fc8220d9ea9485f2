-- By when a team answers and solves is found by what is due first, and what was missed is found at all; few tickets run at a time.
-- Breaking: no

alter table tickets add target_due timestamptz, add target_near timestamptz, add target_missed boolean not null default false, add targets jsonb;
create index tickets_target_due on tickets (target_due, priority, number) where target_due is not null;
-- Where settings change, those that are open are reckoned anew.
create index tickets_targets on tickets (conversation_id) where targets is not null and status in ('new', 'in-progress', 'on-hold');
create index tickets_target_missed on tickets (changed_at desc, number desc) where target_missed;
