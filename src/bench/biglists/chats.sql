insert into chat (workspace_id, id, business_number_id, inbox_id, contact_id, status, assignee_id, team_id, unread_count,
    last_seq, last_message_id, last_message_direction, last_activity_at, last_inbound_at, waiting_since, started_at,
    closed_at)
select bench_world.workspace(), id, number_id, inbox_id, contact_id, status, assignee_id, team_id, unread_count, 1, message_id,
    case when inbound or waits or unread_count > 0 then 'INCOMING' else 'OUTGOING' end,
    last_activity_at, last_activity_at - interval '5 minutes', case when waits then last_activity_at end,
    last_activity_at - interval '2 hours', case when status = 'CLOSED' then last_activity_at end
from bench_world.drawn;
insert into chat_tag (workspace_id, chat_id, tag_id, last_activity_at)
select bench_world.workspace(), id, bench_world.id('0071', tag), last_activity_at from bench_world.tagging;
insert into chat_attribute_value (workspace_id, chat_id, attribute_id, word)
select bench_world.workspace(), id, bench_world.id('0081', 1),
    case when n % 10000 = 9 then 'enterprise' when n % 7 = 0 then 'pro' else 'free' end
from bench_world.drawn where n % 10000 = 9 or bench_world.chance(n, 50) < 0.2;
insert into chat_attribute_value (workspace_id, chat_id, attribute_id, text)
select bench_world.workspace(), id, bench_world.id('0081', 2), 'A-' || n from bench_world.drawn where bench_world.chance(n, 51) < 0.1;
insert into chat_attribute_value (workspace_id, chat_id, attribute_id, number)
select bench_world.workspace(), id, bench_world.id('0081', 3), (n * 7919 % 1000000) / 100.0
from bench_world.drawn where bench_world.chance(n, 51) < 0.1;
