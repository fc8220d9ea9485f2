-- Tickets are found again in a moment however many there are, and what leaves the house has a place, a state and its next try.

create index tickets_opened on tickets (opened_at desc, number desc);
create index tickets_pressing on tickets (priority, changed_at desc, number desc);
create index tickets_of_team on tickets (team_id, changed_at desc, number desc);
create index tickets_of_requester on tickets (requester_id);
create index tickets_communicated on tickets (communication_owner, changed_at desc, number desc) where communication_owner is not null;
create index tickets_worked on tickets (work_owner, changed_at desc, number desc) where work_owner is not null;
create index tickets_of_nobody on tickets (changed_at desc, number desc) where communication_owner is null and work_owner is null;
-- Few tickets are open beside all that ever were.
create index tickets_open on tickets (changed_at desc, number desc) where status in ('new', 'in-progress', 'on-hold');

-- How many entries the text index has read: talk does not touch the ticket's row.
alter table tickets add indexed_entries int not null default 0;

alter table outbox
  -- Drawn under the conversation's lock, so that events of one ticket are in the order in which they happened.
  add position bigint generated always as identity,
  add state text not null default 'waiting' check (state in ('waiting', 'delivered', 'set-aside', 'skipped')),
  add next_at timestamptz,
  -- Until when one worker has it in hand.
  add claimed_until timestamptz;
drop index outbox_open;
create index outbox_waiting on outbox (conversation_id, position) where state = 'waiting';
create unique index outbox_position on outbox (position desc);
