-- People call from more than one number: those besides the one that is shown with them are known, too.
-- Breaking: no

create table other_phones (
  requester_id uuid not null references requesters on delete cascade,
  -- Without anything but the digits by which a line is known.
  digits text not null check (length(digits) between 1 and 40),
  primary key (requester_id, digits)
);
create index other_phones_line on other_phones (right(digits, 7));
