-- A conversation that rests counts less than one in its agent's load: loads are whole hundredths now. And the line remembers when it
-- last gave somebody something, so that he is given things in turn, and not one upon the other.

alter table standings
  alter column load type double precision,
  add given_at timestamptz;
