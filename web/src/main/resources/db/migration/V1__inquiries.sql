-- What people asked, and what became of it. Plans are files beside it (folder answers), decisions are in the log.
create table inquiry (
    id            varchar(40)  primary key,
    company       varchar(61)  not null,
    language      varchar(2)   not null,
    author        varchar(60)  not null,
    asked_at      timestamp(3) with time zone not null,
    as_of         date,
    seed          bigint       not null,
    state         varchar(20)  not null,
    changed_at    timestamp(3) with time zone not null,
    -- the sentences with what each became: JSON, see ChipJson
    chips         clob         not null,
    confirmed_by  varchar(60),
    confirmed_at  timestamp(3) with time zone,
    -- revision of the graph that the plans rest on
    revision      bigint,
    -- why a run ended without plans: a code and its arguments as JSON
    problem       clob
);
create index inquiry_by_company on inquiry (company, changed_at desc);

-- every run on a question, cancelled ones too: they belong to the record
create table inquiry_run (
    inquiry_id    varchar(40)  not null references inquiry on delete cascade,
    number        int          not null,
    started_by    varchar(60)  not null,
    queued_at     timestamp(3) with time zone not null,
    -- when it left the queue, so that waiting does not count as running
    started_at    timestamp(3) with time zone,
    ended_at      timestamp(3) with time zone,
    ended_because varchar(20),
    primary key (inquiry_id, number)
);

-- what happened to a company's data since, so that plans which rest on older data say why they are stale
create table revision_note (
    company       varchar(61)  not null,
    revision      bigint       not null,
    noted_at      timestamp(3) with time zone not null,
    code          varchar(40)  not null,
    arguments     clob         not null,
    primary key (company, revision)
);
