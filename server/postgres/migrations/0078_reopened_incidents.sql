-- What was resolved too early is opened again: that news reaches those, too, whose tickets the last news had resolved.
-- Breaking: no

alter table incident_news add reopens boolean not null default false;
