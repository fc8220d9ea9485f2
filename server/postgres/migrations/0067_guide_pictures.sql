-- The steps of guides have pictures. What is in them lies in the folder; here is what they are, and of which guide.
-- Breaking: no

create table guide_pictures (
  id uuid primary key,
  -- The name of the file in the folder, which nobody outside learns.
  stored uuid not null unique,
  -- It may come before its guide is kept, and stays for those who are being guided when that is removed: so it hangs on none.
  guide_id uuid not null,
  person_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  width int not null,
  height int not null,
  created_at timestamptz not null
);
create index guide_pictures_of_guide on guide_pictures (guide_id);
create index guide_pictures_of_person on guide_pictures (person_id, created_at);

-- Whether somebody was led through a guide is found without reading all that he ever said.
create index entries_guides_begun on entries (conversation_id) where kind = 'guide-started';
