-- ids of the rules that a sentence takes the place of once it is confirmed, with spaces between
alter table rule_draft add column replaces varchar(2000) default '' not null;
