-- Since when an agent stands as he does, for those who watch over the desk: away, gone, without a free place, or free again.
-- Noted by the table itself, so that none of the ways by which a standing moves can forget it.
-- Breaking: no

alter table standings add stands_since timestamptz not null default now();
update standings set stands_since = coalesce(gone_since, idle_since);

create function note_standing() returns trigger language plpgsql as $$
begin
  if old.wish <> new.wish
    or (old.gone_since is null) <> (new.gone_since is null)
    or (old.capacity - old.load < 1) <> (new.capacity - new.load < 1)
  then
    new.stands_since := now();
  end if;
  return new;
end
$$;

create trigger standing_moves before update on standings for each row execute function note_standing();
