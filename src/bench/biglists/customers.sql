insert into contact (workspace_id, id, name, phone, created_at)
select bench_world.workspace(), id, name, '+' || digits, now() - interval '1000 days' from bench_world.person;
insert into contact_identity (workspace_id, kind, value, contact_id)
select bench_world.workspace(), 'WA_ID', digits, id from bench_world.person;
insert into session_window (workspace_id, business_number_id, contact_id, last_customer_message_at, expires_at, look_at)
select bench_world.workspace(), number_id, contact_id, last_activity_at, last_activity_at + interval '24 hours', null
from bench_world.drawn where n > bench_world.chats() * 3 / 10 and not is_regular;
insert into message (workspace_id, id, chat_id, seq, business_number_id, direction, type, text, sender_kind,
    sender_user_id, sent_at, stored_at, status, failure, provider_message_id)
select bench_world.workspace(), message_id, id, 1, number_id, case when said.inbound then 'INCOMING' else 'OUTGOING' end,
    'TEXT', bench_world.pick(n, 40, '{Hello!,Hi there.,Good morning.,Thanks!,Olá!,Merhaba.,Здравствуйте.,Sorry to ask again.}') || ' '
        || bench_world.pick(n, 41, '{Where is my order,Can I change the address of order,I want to return order,The invoice of order,
            When do you deliver order,Quando chega o pedido,Siparişim nerede,Could you send a photo of order}') || ' ' || n || '?',
    case when said.inbound then 'CUSTOMER' when assignee_id is null then 'BUSINESS_APP' else 'USER' end,
    case when not said.inbound then assignee_id end, last_activity_at, last_activity_at,
    case when not said.inbound then case when n % 20000 = 6 then 'FAILED' else 'READ' end end,
    case when not said.inbound and n % 20000 = 6 then '{"code": "131026", "title": "Not delivered", "advice": "", "retryable": false}'::jsonb end,
    'wamid.BIG' || n
from bench_world.drawn, lateral (select inbound or waits or unread_count > 0 as inbound) said;
