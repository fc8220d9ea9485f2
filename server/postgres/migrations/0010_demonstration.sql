-- What a demonstration makes is marked in the moment it is written, by whoever says so on his connection: even one that was
-- cut off can be taken away again, and nothing else with it. All the rest hangs on these by its foreign keys.

alter table agents add made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on';
alter table teams add made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on';
alter table replies add made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on';
alter table sites add made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on';
alter table requesters add made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on';
alter table conversations add made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on';
