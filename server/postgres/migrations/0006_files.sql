-- Files that people send. What is in them lies in a folder; here is what they are, whose, and with which entry they went out.

create table files (
  id uuid primary key,
  -- The name of the file in the folder, which nobody outside learns.
  stored uuid not null unique,
  conversation_id uuid not null references conversations on delete cascade,
  person_id uuid not null,
  lane text not null check (lane in ('public', 'internal')),
  name text not null,
  type text not null,
  size bigint not null,
  width int,
  height int,
  sha256 bytea not null,
  created_at timestamptz not null,
  -- The entry of its lane that carries it; null while its message is being written.
  seq int
);
create index files_of_entry on files (conversation_id, lane, seq);
create index files_of_person on files (person_id, created_at);
create index files_unsaid on files (created_at) where seq is null;

-- Whose words were erased: few beside all that ever were, and their files go too.
create index entries_erased on entries (conversation_id, lane, seq) where body is null and kind in ('said', 'noted');
