\set chat random(1, 10000)
\set w random(1, 1000000000000)
with kept as (
    insert into bench.ledger (workspace_id, body) values ('00000000-0000-0000-0000-000000000001', convert_to(
        '{"object":"whatsapp_business_account","entry":[{"id":"210045600000001","changes":[{"value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"16505550100","phone_number_id":"300100200300401"},"contacts":[{"profile":{"name":"Ada Quill"},"wa_id":"16505551201"}],"messages":[{"from":"16505551201","id":"wamid.' || :w::text || '","timestamp":"1792000000","type":"text","text":{"body":"Does it come in another colour? I would like to order two."}}]},"field":"messages"}]}]}', 'UTF8'))),
written as (
    insert into bench.message (workspace_id, chat_id, direction, type, body, provider_message_id)
    values ('00000000-0000-0000-0000-000000000001', :chat, 'INCOMING', 'TEXT',
        'Does it come in another colour? I would like to order two.', 'wamid.' || md5(:w::text) || :w::text)
    on conflict do nothing returning workspace_id, id, chat_id, sent_at),
moved as (
    update bench.chat c set last_activity_at = greatest(c.last_activity_at, w.sent_at), unread_count = unread_count + 1
    from written w where c.workspace_id = w.workspace_id and c.id = w.chat_id returning c.workspace_id, c.id)
insert into bench.change (workspace_id, type, chat_id, message_id)
select m.workspace_id, 'message.created', m.id, w.id from moved m join written w on w.chat_id = m.id;
