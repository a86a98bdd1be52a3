-- which question a plan belongs to, so that a plan's own id is enough to find it
create table plan_index (
    plan_id       varchar(40)  not null,
    inquiry_id    varchar(40)  not null references inquiry on delete cascade,
    letter        varchar(4)   not null,
    -- one question may hold a plan twice: doing nothing is also what a strategy may come to
    primary key (plan_id, inquiry_id, letter)
);
create index plan_index_by_inquiry on plan_index (inquiry_id);
