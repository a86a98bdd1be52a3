-- Annual plans as lists ask for them: read from the log like the decisions, and read anew with them. Their months are in the archive.
create table annual_plan (
    log_index       bigint       primary key,
    number          varchar(24)  not null,
    version         int          not null,
    record_hash     char(64)     not null,
    company         varchar(61)  not null,
    inquiry         varchar(40)  not null,
    question        clob         not null,
    language        varchar(2)   not null,
    plan_id         varchar(40)  not null,
    plan_letter     varchar(4)   not null,
    plan_zh         varchar(1000) not null,
    plan_en         varchar(1000) not null,
    compliant       boolean      not null,
    as_of           date         not null,
    first_month     varchar(7)   not null,
    last_month      varchar(7)   not null,
    content         char(64)     not null,
    frozen_by       varchar(60)  not null,
    frozen_by_name  varchar(120) not null,
    frozen_at       timestamp(9) with time zone not null,
    note            clob         not null,
    unique (number, version)
);
create index annual_plan_by_company on annual_plan (company, log_index desc);
