-- What the desk knows is written down once, for agents or for everybody: as it is being written, and as it was published, number by number, for ever.
-- Breaking: no

create table articles (
  id uuid primary key,
  draft jsonb not null,
  owner_id uuid references agents on delete set null,
  category_id uuid references categories on delete set null,
  review_on date,
  -- From then on nobody finds it any more.
  expires_at timestamptz,
  -- Its writer asks somebody else to look at it and to publish it.
  in_review boolean not null default false,
  -- The number of the edition that people read; null is none. What they search follows from it, and stands beside it.
  edition int,
  audience text check (audience in ('internal', 'public')),
  language text,
  search tsvector,
  -- Its address, from when it was published first.
  slug text unique,
  version int not null default 1,
  changed_at timestamptz not null default now(),
  made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on'
);
create index articles_search on articles using gin (search);
create index articles_of_category on articles (category_id) where category_id is not null;

create table article_editions (
  article_id uuid not null references articles on delete cascade,
  edition int not null,
  content jsonb not null,
  published_at timestamptz not null,
  published_by uuid references agents on delete set null,
  primary key (article_id, edition)
);

-- The words of what people read, each with its groups of three letters: what was mistyped is compared with them.
create table article_words (
  article_id uuid not null references articles on delete cascade,
  word text not null,
  grams text[] not null,
  primary key (article_id, word)
);
create index article_words_grams on article_words using gin (grams);

-- An article that was removed can be brought back too.
alter table removed drop constraint removed_noun_check;
alter table removed add constraint removed_noun_check check (noun in ('team', 'site', 'category', 'guide', 'article'));
