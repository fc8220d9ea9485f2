-- Pictures and other files that lie beside articles. What is in them lies in the folder; here is what they are, and whose.
-- Breaking: no

create table article_files (
  id uuid primary key,
  -- The name of the file in the folder, which nobody outside learns.
  stored uuid not null unique,
  article_id uuid not null references articles on delete cascade,
  person_id uuid not null,
  name text not null,
  type text not null,
  size bigint not null,
  width int,
  height int,
  created_at timestamptz not null
);
create index article_files_of_article on article_files (article_id);
create index article_files_of_person on article_files (person_id, created_at);
