-- When each agent was available, for whoever asks what other settings would have done with a day that was. Noted by the table
-- itself, as since when he stands as he does; kept for 90 days, since it is nobody's business afterwards.
-- Breaking: no

create table attendances (
  agent_id uuid not null references agents on delete cascade,
  at timestamptz not null,
  available boolean not null,
  primary key (agent_id, at)
);

create or replace function note_standing() returns trigger language plpgsql as $$
begin
  if old.wish <> new.wish
    or (old.gone_since is null) <> (new.gone_since is null)
    or (old.capacity - old.load < 1) <> (new.capacity - new.load < 1)
  then
    new.stands_since := now();
    if (old.wish = 'available' and old.gone_since is null) <> (new.wish = 'available' and new.gone_since is null) then
      insert into attendances (agent_id, at, available) values (new.agent_id, now(), new.wish = 'available' and new.gone_since is null)
        on conflict (agent_id, at) do update set available = excluded.available;
      delete from attendances where agent_id = new.agent_id and at < now() - interval '90 days';
    end if;
  end if;
  return new;
end
$$;
