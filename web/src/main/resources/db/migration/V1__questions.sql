-- What people asked, and what became of it. Plans and ledgers are files beside it (answers/), decisions are in the log.
create table question (
    id            varchar(40)  primary key,
    company       varchar(61)  not null,
    language      varchar(2)   not null,
    author        varchar(60)  not null,
    asked_at      timestamp(3) with time zone not null,
    as_of         date,
    seed          bigint       not null,
    state         varchar(20)  not null,
    changed_at    timestamp(3) with time zone not null,
    -- sentences with what each became: JSON, see QuestionJson
    draft         clob         not null,
    confirmed_by  varchar(60),
    confirmed_at  timestamp(3) with time zone,
    -- why a run ended otherwise than with plans: a code and its arguments as JSON
    problem       clob
);
create index question_by_company on question (company, changed_at desc);

-- every run on a question, cancelled ones too: they belong to the record
create table question_run (
    question_id   varchar(40)  not null references question,
    number        int          not null,
    started_by    varchar(60)  not null,
    queued_at     timestamp(3) with time zone not null,
    ended_at      timestamp(3) with time zone,
    ended_because varchar(20),
    primary key (question_id, number)
);
