-- What was mistyped is compared with every word once, and no longer with the words of every article: with thousands of articles that took most of a second.
-- Breaking: no

create table article_grams (
  gram text not null,
  word text not null,
  primary key (gram, word)
);
insert into article_grams select distinct unnest(grams), word from article_words;
drop index article_words_grams;
create index article_words_word on article_words (word);

-- Whoever writes words of an article, also an older process beside this one, makes them known. A word stays known when its last article
-- goes: what is looked up by it must be readable all the same.
create function know_article_words() returns trigger language plpgsql as $$
begin
  insert into article_grams
    select distinct unnest(grams) as gram, word from written
    -- In one order, so that two who publish at once never wait for each other.
    order by gram, word
    on conflict do nothing;
  return null;
end
$$;
create trigger article_words_known after insert on article_words
  referencing new table as written for each statement execute function know_article_words();
