-- A workspace of `bench.chats` chats that is skewed as real ones are: few open chats, one huge inbox, hot and dead tags,
-- colleagues who left, names in several scripts. The same number always gives the same world, but for the time, which
-- counts back from now. Everything is a function of a chat's number: the newest chat has the greatest.
--
-- Needs a migrated schema and the settings bench.chats and bench.now. Plain SQL, so that tests can run it, too.
create schema bench_world;
create function bench_world.chats() returns bigint language sql stable
    return current_setting('bench.chats')::bigint;
create function bench_world.began() returns timestamptz language sql stable
    return current_setting('bench.now')::timestamptz;
create function bench_world.workspace() returns uuid language sql immutable
    return '01900000-0000-7000-8000-0000000b0001'::uuid;
create function bench_world.id(kind text, n bigint) returns uuid language sql immutable
    return ('01900000-' || kind || '-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
-- An even share of 0 to 1, by chance that does not change.
create function bench_world.chance(n bigint, salt int) returns float8 language sql immutable
    return (hashint8extended(n, salt) & 1048575)::float8 / 1048576;
create function bench_world.pick(n bigint, salt int, words text[]) returns text language sql immutable
    return words[1 + (hashint8extended(n, salt) & 1048575) % cardinality(words)];

insert into workspace (id, name) values (bench_world.workspace(), 'Big');
insert into change_head (workspace_id) values (bench_world.workspace());
insert into plugin (workspace_id, id, name, waba_id, app_secrets, verify_token, access_token)
select bench_world.workspace(), bench_world.id('0041', 1), 'WhatsApp', '210045600000009', app_secrets, verify_token,
    access_token
from plugin where id = '01900000-0000-7000-8000-000000000041';

-- 1 has 80 % of the chats, 2 has 12 %, 3 to 20 share the rest.
insert into inbox (workspace_id, id, name)
select bench_world.workspace(), bench_world.id('0051', i), 'Inbox ' || i from generate_series(1, 20) i;
insert into business_number (workspace_id, id, plugin_id, inbox_id, provider_number_id, display_phone, name)
select bench_world.workspace(), bench_world.id('0061', i), bench_world.id('0041', 1), bench_world.id('0051', i),
    '3009000000' || i, '+1 650 555 ' || 2000 + i, 'Number ' || i from generate_series(1, 20) i;

insert into role (workspace_id, id, name, chat_access, all_inboxes) values
    (bench_world.workspace(), bench_world.id('0011', 1), 'Admin', 'ALL', true),
    (bench_world.workspace(), bench_world.id('0011', 2), 'Agent', 'MATCH_ASSIGNEE', true),
    (bench_world.workspace(), bench_world.id('0011', 3), 'Small inbox', 'MATCH_ASSIGNEE_OR_UNASSIGNED', false);
insert into role_inbox values (bench_world.workspace(), bench_world.id('0011', 3), bench_world.id('0051', 7));
-- 1 to 40 work here, 41 to 50 have left.
insert into workspace_user (workspace_id, id, subject, name, role_id, active)
select bench_world.workspace(), bench_world.id('0021', i), 'big-' || i, 'Agent ' || i, bench_world.id('0011', 2), i <= 40
from generate_series(1, 50) i;
insert into workspace_user (workspace_id, id, subject, name, role_id) values
    (bench_world.workspace(), bench_world.id('0021', 60), 'big-admin', 'Admin', bench_world.id('0011', 1)),
    (bench_world.workspace(), bench_world.id('0021', 61), 'big-small', 'Restricted', bench_world.id('0011', 3));
insert into team (workspace_id, id, name)
select bench_world.workspace(), bench_world.id('0031', i), 'Team ' || i from generate_series(1, 5) i;

-- 11 to 30 are of this season, 31 to 50 of earlier ones.
insert into tag (workspace_id, id, name) values
    (bench_world.workspace(), bench_world.id('0071', 1), 'common'),
    (bench_world.workspace(), bench_world.id('0071', 2), 'rare'),
    (bench_world.workspace(), bench_world.id('0071', 3), 'old-only'),
    (bench_world.workspace(), bench_world.id('0071', 4), 'none'),
    (bench_world.workspace(), bench_world.id('0071', 5), 'second-inbox');
insert into tag (workspace_id, id, name)
select bench_world.workspace(), bench_world.id('0071', i), case when i <= 30 then 'hot-' else 'dead-' end || i
from generate_series(11, 50) i;
insert into chat_attribute (workspace_id, id, key, label, type, options) values
    (bench_world.workspace(), bench_world.id('0081', 1), 'plan', 'Plan', 'ENUM',
        '[{"key": "free", "label": "Free", "retired": false}, {"key": "pro", "label": "Pro", "retired": false},
          {"key": "enterprise", "label": "Enterprise", "retired": false}]'),
    (bench_world.workspace(), bench_world.id('0081', 2), 'order', 'Order', 'TEXT', '[]'),
    (bench_world.workspace(), bench_world.id('0081', 3), 'total', 'Total', 'NUMBER', '[]');

-- What a chat's number says about it. 70 customers for 100 chats: the newest come again, a few come all the time.
create view bench_world.drawn as
select n, age, is_regular, status, inbox,
    bench_world.id('0091', n) as id,
    bench_world.id('0101', n) as message_id,
    bench_world.id('0051', inbox) as inbox_id,
    bench_world.id('0061', inbox) as number_id,
    bench_world.id('0121', case when is_regular then 1 + (n % greatest(bench_world.chats() / 5000, 1))
        else 1 + (n - 1) % (bench_world.chats() * 7 / 10) end) as contact_id,
    case when status = 'OPEN' and bench_world.chance(n, 5) < 0.4 then null
        when status = 'CLOSED' and bench_world.chance(n, 5) < 0.1 then null
        when age > 0.5 and status = 'CLOSED' and bench_world.chance(n, 6) < 0.5
            then bench_world.id('0021', 41 + floor(bench_world.chance(n, 7) * 10)::int)
        else bench_world.id('0021', 1 + floor(bench_world.chance(n, 7) ^ 2 * 40)::int) end as assignee_id,
    case when bench_world.chance(n, 8) < 0.5
        then bench_world.id('0031', 1 + floor(bench_world.chance(n, 9) * 5)::int) end as team_id,
    case when bench_world.chance(n, 10) < case status when 'OPEN' then 0.3 else 0.001 end
        then 1 + floor(bench_world.chance(n, 11) * 4)::int else 0 end as unread_count,
    status = 'OPEN' and bench_world.chance(n, 12) < 0.25 as waits,
    bench_world.chance(n, 12) < 0.45 as inbound,
    bench_world.began() - age * interval '1000 days' - interval '1 minute' as last_activity_at
from (
    select n, (bench_world.chats() - n)::float8 / bench_world.chats() as age,
        case when n <= bench_world.chats() * 3 / 10 then 'CLOSED'
            when n > bench_world.chats() * 99 / 100 and bench_world.chance(n, 1) < 0.8 then 'OPEN'
            when bench_world.chance(n, 1) < 0.017 then 'OPEN'
            when bench_world.chance(n, 1) < 0.018 then 'SNOOZED'
            else 'CLOSED' end as status,
        bench_world.chance(n, 1) > 0.998 as is_regular,
        case when bench_world.chance(n, 3) < 0.80 then 1
            when bench_world.chance(n, 3) < 0.92 then 2
            else 3 + floor(bench_world.chance(n, 4) * 18)::int end as inbox
    from generate_series(1, bench_world.chats()) n offset 0) numbered;

create view bench_world.person as
select n, bench_world.id('0121', n) as id,
    case when n % 50000 = 77 then 'Zebedee Quillfeather'
        when bench_world.chance(n, 20) < 0.03 then ''
        when bench_world.chance(n, 20) < 0.10 then bench_world.pick(n, 21, '{Анна,Иван,Мария,Дмитрий,Ольга,Сергей}') || ' '
            || bench_world.pick(n, 22, '{Иванова,Петров,Смирнова,Кузнецов,Попова,Соколов}')
        when bench_world.chance(n, 20) < 0.17 then bench_world.pick(n, 21, '{محمد,فاطمة,أحمد,عائشة,علي,خديجة}') || ' '
            || bench_world.pick(n, 22, '{الحسن,المصري,حداد,خوري,منصور}')
        when bench_world.chance(n, 20) < 0.24 then bench_world.pick(n, 21, '{प्रिया,राहुल,अनीता,विजय,सुनीता}') || ' '
            || bench_world.pick(n, 22, '{शर्मा,वर्मा,गुप्ता,पटेल,सिंह}')
        when bench_world.chance(n, 20) < 0.28 then bench_world.pick(n, 21, '{王,李,张,刘,陈,杨}')
            || bench_world.pick(n, 22, '{伟,芳,娜,敏,静,磊,军}')
        else bench_world.pick(n, 21, '{Maria,João,Ana,José,Amélie,Lucas,Sofía,Mateo,Fatima,Omar,Grace,Daniel,Elif,Femi,Hiro,
                Inês,Jamal,Katya,Liam,Noah,Olga,Pedro,Rosa,Samir,Uma,Viktor,Wanda,Ximena,Yusuf,Zofia}') || ' '
            || bench_world.pick(n, 22, '{Silva,Santos,García,Becker,Costa,Dubois,Evans,Fischer,Haddad,Jensen,Kim,Adeyemi,
                Müller,Novák,Özdemir,Pereira,Rossi,Suzuki,Tanaka,Usman,Vargas,Weber,Yılmaz,Zhang}')
            || case when n % 3 = 0 then '' else ' ' || substr(md5(n::text), 1, 6) end end as name,
    bench_world.pick(n, 23, '{5511,4420,4917,3361,2348,9198,1415,5255,7916,8613}') || lpad((n * 7919 % 100000000)::text, 8, '0')
        as digits
from generate_series(1, bench_world.chats() * 7 / 10) n;

-- One tag a row, for those who have any.
create view bench_world.tagging as
select id, last_activity_at, tag.n as tag from bench_world.drawn
cross join lateral (
    select 1 as n where bench_world.chance(drawn.n, 30) < 0.3
    union all select 2 where drawn.n % 10000 = 5000
    union all select 3 where age > 0.6 and bench_world.chance(drawn.n, 31) < 0.05
    union all select 5 where inbox = 2 and bench_world.chance(drawn.n, 32) < 0.4
    union all select 11 + floor(bench_world.chance(drawn.n, 33) ^ 3 * 20)::int where age < 0.3 and bench_world.chance(drawn.n, 34) < 0.4
    union all select 31 + floor(bench_world.chance(drawn.n, 33) * 20)::int where age > 0.5 and bench_world.chance(drawn.n, 34) < 0.2
) tag;
