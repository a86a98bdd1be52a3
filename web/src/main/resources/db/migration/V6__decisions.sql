-- Decisions as lists ask for them. The log is the truth: everything here but graph_state is read from it, and read anew where it is missing.
create table decision (
    number          varchar(24)  primary key,
    log_index       bigint       not null,
    record_hash     char(64)     not null,
    company         varchar(61)  not null,
    inquiry         varchar(40)  not null,
    question        clob         not null,
    language        varchar(2)   not null,
    plan_letter     varchar(4)   not null,
    plan_zh         varchar(1000) not null,
    plan_en         varchar(1000) not null,
    compliant       boolean      not null,
    proposer        varchar(60)  not null,
    proposer_name   varchar(120) not null,
    proposed_at     timestamp(9) with time zone not null,
    state           varchar(20)  not null,
    decided_by      varchar(60),
    decided_by_name varchar(120),
    decided_at      timestamp(9) with time zone,
    approved_once   boolean      default false not null,
    -- the state that the company's graph knows; it knows approved decisions and what became of them
    graph_state     varchar(20)
);
create index decision_by_company on decision (company, log_index desc);
create index decision_by_inquiry on decision (inquiry);

-- where in the log a decision's record and what happened to it stand
create table decision_leaf (
    log_index       bigint       primary key,
    number          varchar(24)  not null
);
create index decision_leaf_by_number on decision_leaf (number);

-- how far the log was read, and which record was the last
create table decision_read (
    one             int          primary key,
    size            bigint       not null,
    last_hash       varchar(64)  not null
);

-- sentences for the rule book that nobody has confirmed yet
create table rule_draft (
    id              varchar(40)  primary key,
    company         varchar(61)  not null,
    sentence        varchar(2000) not null,
    author          varchar(60)  not null,
    said_at         timestamp(3) with time zone not null
);

-- which questions a standing rule took part in: counted when plans are kept, so questions of before are not in it
create table rule_use (
    company         varchar(61)  not null,
    rule_id         varchar(40)  not null,
    inquiry         varchar(40)  not null,
    plans           int          not null,
    broken_in       int          not null,
    primary key (company, rule_id, inquiry)
);
