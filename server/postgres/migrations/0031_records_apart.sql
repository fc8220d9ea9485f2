-- Logging a record moves its row within its page, so that none of the table's indexes has to know; and what the text index has
-- gathered is put in its place by whoever writes it, and not by the end of some chat that happens to come when it is full.
-- Breaking: no

alter table tickets set (fillfactor = 85);
alter index tickets_search set (gin_pending_list_limit = 8192);
