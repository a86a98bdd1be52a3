-- where a plan's id leads: the same data, conditions and seed give the same plan, so an id may stand in several inquiries
create table plan (
    id          varchar(20)  not null,
    inquiry_id  varchar(40)  not null references inquiry on delete cascade,
    letter      varchar(8)   not null,
    primary key (inquiry_id, letter)
);
create index plan_by_id on plan (id);
