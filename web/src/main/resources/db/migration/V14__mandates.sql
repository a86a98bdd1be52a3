-- Mandates: what the log says of them. Read from it like the decisions, and read anew with them.
create table mandate (
    id              varchar(24)   primary key,
    company         varchar(61)   not null,
    granted_by_name varchar(120)  not null,
    granted_at      timestamp(9) with time zone not null,
    -- ids with spaces between
    suppliers       clob          not null,
    per_order_fen   bigint        not null,
    per_month_fen   bigint        not null,
    until           date          not null,
    note            varchar(2000) not null,
    revoked_by_name varchar(120),
    revoked_at      timestamp(9) with time zone,
    revoked_note    varchar(2000)
);
-- the mandate under which the service released by itself
alter table decision_release add column mandate varchar(24);
