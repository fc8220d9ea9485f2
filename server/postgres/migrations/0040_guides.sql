-- Help in steps is written down once and followed by many: as it is being written, and as it was published, number by number, for ever.
-- Breaking: no

create table guides (
  id uuid primary key,
  draft jsonb not null,
  owner_id uuid references agents on delete set null,
  review_on date,
  -- The number of the edition that people are guided by; null is none.
  edition int,
  version int not null default 1,
  changed_at timestamptz not null default now(),
  made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on'
);

create table guide_editions (
  guide_id uuid not null references guides on delete cascade,
  edition int not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid references agents on delete set null,
  primary key (guide_id, edition)
);

-- A guide that was removed can be brought back too.
alter table removed drop constraint removed_noun_check;
alter table removed add constraint removed_noun_check check (noun in ('team', 'site', 'category', 'guide'));
