-- People who call are known again by their number: by its last digits, since it is written in many ways.
-- Breaking: no

alter table requesters add phone text check (length(phone) <= 40);
create index requesters_phone on requesters (right(ltrim(regexp_replace(phone, '\D', '', 'g'), '0'), 7)) where phone is not null;
