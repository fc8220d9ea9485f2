-- Tickets are part of others, have a common problem, or go on in another one: from both sides that is found at once.
-- Breaking: no

alter table tickets add parent_id uuid, add problem_id uuid, add merged_into uuid;
create index tickets_of_parent on tickets (parent_id) where parent_id is not null;
create index tickets_of_problem on tickets (problem_id) where problem_id is not null;
create index tickets_merged on tickets (merged_into) where merged_into is not null;
