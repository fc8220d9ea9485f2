-- Work that was sent to a team is found by that team, and whoever is asked into a chat hears it ring after a reconnect, too.
-- Breaking: no

alter table tickets add work_team_id uuid, add asked_id uuid;
create index tickets_sent_to on tickets (work_team_id, changed_at desc, number desc) where work_team_id is not null;
create index tickets_asked on tickets (asked_id) where asked_id is not null;
