-- What tickets are about is chosen from one tree, so that it can be counted; and a ticket knows whose duplicate it is and what it cost.

create table categories (
  id uuid primary key,
  parent_id uuid references categories,
  name text not null check (length(name) between 1 and 60),
  position int not null default 0,
  -- Chosen no longer, and kept on the tickets that have it.
  retired_at timestamptz,
  version int not null default 1
);
-- The first level has no parent, and its names differ too.
create unique index categories_name on categories (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));

alter table tickets
  -- The category as it is in the tree; `category` stays as it was written down.
  add category_id uuid references categories,
  add duplicate_of uuid,
  add minutes int;
create index tickets_of_category on tickets (category_id, changed_at desc, number desc) where category_id is not null;
create index tickets_duplicates on tickets (duplicate_of) where duplicate_of is not null;

-- What was written freely so far becomes the tree, four levels deep at most.
do $$
declare
  old record;
  part text;
  above uuid;
  here uuid;
begin
  for old in select distinct category from tickets where trim(category) <> '' loop
    above := null;
    for part in select left(trim(step), 60) from unnest(regexp_split_to_array(old.category, '\s+[/>]\s+')) with ordinality as split (step, level)
      where trim(step) <> '' and level <= 4 order by level
    loop
      select id into here from categories where parent_id is not distinct from above and lower(name) = lower(part);
      if here is null then
        here := gen_random_uuid();
        insert into categories (id, parent_id, name, position)
          values (here, above, part, (select count(*) from categories where parent_id is not distinct from above));
      end if;
      above := here;
    end loop;
    update tickets set category_id = above where category = old.category;
  end loop;
end
$$;
