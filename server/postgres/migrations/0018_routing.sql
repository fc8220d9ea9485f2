-- How each team's line is routed: one document a team. What is absent from it is as by default, so that what was saved before a
-- setting existed, and processes that do not know it yet, go on.
-- Breaking: no

alter table teams
  add routing jsonb,
  -- Counted apart from the team's own, so that two who set up different things do not get in each other's way; null is never saved.
  add routing_version int;
