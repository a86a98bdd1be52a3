-- Releases that stand: what the log says of them. Read from it like the decisions, and read anew with them.
create table decision_release (
    number           varchar(24)  primary key,
    released_by      varchar(60)  not null,
    released_by_name varchar(120) not null,
    released_at      timestamp(9) with time zone not null,
    files            char(64)     not null,
    leaves_at        timestamp(9) with time zone not null,
    purchases_fen    bigint       not null
);
-- what still has to be sent, or was: not in the log, because a try that failed decides nothing
create table release_delivery (
    number           varchar(24)  primary key,
    attempts         int          not null,
    next_at          timestamp(9) with time zone,
    outcome          varchar(500)
);
