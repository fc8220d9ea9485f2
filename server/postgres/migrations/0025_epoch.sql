-- Which life of the database this is: a restored one leads another, and clients that knew more than it does begin anew.
-- Breaking: no

create table epochs (
  id uuid primary key default gen_random_uuid(),
  began_at timestamptz not null default now(),
  -- There is one.
  one boolean not null unique default true check (one)
);
insert into epochs default values;
