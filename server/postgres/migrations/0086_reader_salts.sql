-- Whoever answers on a public page whether an article helped counts once a day, by a name that is made of his address and a number of that day. The number is forgotten the day after, and with it whom the name meant.
-- Breaking: no

create table reader_salts (
  day date primary key,
  salt bytea not null
);
