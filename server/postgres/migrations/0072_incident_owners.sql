-- An incident is somebody's: his who declared it, until he hands it over at the end of a shift with all else that is his.
-- Breaking: no

-- Null is whoever declared it.
alter table incidents add owner_id uuid references agents on delete set null;
