-- What became of articles: who read one, passed it on or judged it counts once a day, and so does what was looked for in vain.
-- Breaking: no

create table article_uses (
  article_id uuid not null references articles on delete cascade,
  how text not null check (how in ('opened', 'inserted', 'helped', 'did-not-help')),
  person_id uuid not null,
  day date not null,
  at timestamptz not null,
  made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on',
  primary key (article_id, person_id, day, how)
);
create index article_uses_at on article_uses (at);

-- Words are those of agents. Of a requester nothing is kept but which request he then sent.
create table article_misses (
  id uuid primary key,
  at timestamptz not null,
  person_id uuid not null,
  words text,
  conversation_id uuid unique references conversations on delete cascade,
  made_up boolean not null default coalesce(current_setting('firstline.made_up', true), '') = 'on',
  check ((words is null) <> (conversation_id is null))
);
create index article_misses_at on article_misses (at);
create unique index article_misses_words on article_misses (person_id, words) where words is not null;

-- What was sent in chats, and what people answered to it, is found without reading everything that was ever said.
create index entries_articles on entries (at desc) where kind in ('article-sent', 'article-answered');
