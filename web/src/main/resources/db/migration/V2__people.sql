-- who may sign in. Records elsewhere name people by their sign-in name, so nobody is deleted, only disabled
create table person (
    name                 varchar(60)  primary key,
    display_name         varchar(60)  not null,
    -- with the name of its algorithm in braces
    password_hash        varchar(200) not null,
    -- of MANAGER, PLANNER, AUDITOR, ADMINISTRATOR, separated by commas
    roles                varchar(80)  not null,
    enabled              boolean      not null,
    must_change_password boolean      not null,
    created_at           timestamp(3) with time zone not null,
    last_sign_in         timestamp(3) with time zone
);
