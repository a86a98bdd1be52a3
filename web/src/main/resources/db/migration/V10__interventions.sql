-- what was decided by hand about single steps: JSON, see InterventionJson
alter table inquiry add column interventions clob default '[]' not null;
