-- what somebody calls a question, and the one that it was copied from (which may be discarded later)
alter table inquiry add column name varchar(60);
alter table inquiry add column parent varchar(40);
