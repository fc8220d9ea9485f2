-- What was promised is found by when it is owed; few tickets have a promise that is open.
-- Breaking: no

alter table tickets add promised_until timestamptz;
create index tickets_promised on tickets (promised_until, priority, number) where promised_until is not null;
