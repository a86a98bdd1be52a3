-- the last number that a day's questions were given; it only goes up, so that the number of a discarded question is nobody else's
create table inquiry_number (
    of_day       varchar(9) primary key,
    last_number  int        not null
);
-- INQ-2026-1121-003: the day stands in the id
insert into inquiry_number (of_day, last_number)
select substring(id, 5, 9), max(cast(substring(id, 15) as int))
from inquiry where regexp_like(id, '^INQ-[0-9]{4}-[0-9]{4}-[0-9]+$')
group by substring(id, 5, 9);
