-- How often something secret was found in what people wrote, by day and kind. What it was stands nowhere.
-- Breaking: no

create table guarded (
  day date not null,
  kind text not null,
  how text not null check (how in ('masked', 'insisted')),
  times int not null,
  primary key (day, kind, how)
);
