-- What the product sends for a page of open chats; ListPlanTest keeps it so.
with s0_0 as materialized (select step.moment, step.id, step.id as edge, step.number >= 2000::bigint as cut, step.fits from (select met.*, row_number() over ( order by met.moment desc, met.id desc) as number from (select c.moment, c.id as id, coalesce(c.workspace_id = '01900000-0000-7000-8000-0000000b0001'::uuid and true and (c.status = 'OPEN'::text) and true, false) as fits from (select c.*, c.last_activity_at as moment from chat c where c.workspace_id = '01900000-0000-7000-8000-0000000b0001' and c.status = 'OPEN'::text and true and true order by c.last_activity_at desc, c.id desc limit 2000::bigint) c order by c.moment desc, c.id desc offset 0) met) step where step.fits or step.number >= 2000::bigint order by step.moment desc, step.id desc limit 51), s0_edge as materialized (select * from (select moment, edge as id from s0_0 where cut) cuts order by moment desc, id desc limit 1), s0 as materialized (select 0 as segment, moment, id, row_number() over (order by moment desc, id desc) as rank from (select * from (select moment, id from s0_0 where fits) fit where coalesce((moment, id) >= (select moment, id from s0_edge), true) order by moment desc, id desc limit 51) met), page as materialized (select * from s0 order by segment, rank limit 51), edge as materialized (select 0 as segment, moment, id from s0_edge) select head.life as log_life, head.position as log_position, head.trimmed_to as log_trimmed_to, news.types as news_types, news.chats as news_chats, news.customers as news_customers, (select access_version from workspace where id = '01900000-0000-7000-8000-0000000b0001'), places.segments, places.moments, places.ids, edge.segment as edge_segment, edge.moment as edge_moment, edge.id as edge_id from change_head head left join edge on true cross join (select array_agg(segment) as segments, array_agg(moment) as moments, array_agg(id) as ids from (select * from page order by segment, rank) met) places cross join (select array_agg(told.type) as types, array_agg(told.chat_id) as chats, array_agg((select chat.contact_id from chat where chat.workspace_id = '01900000-0000-7000-8000-0000000b0001' and chat.id = told.chat_id)) as customers from (select type, chat_id from change where workspace_id = '01900000-0000-7000-8000-0000000b0001' and position > 0::bigint order by position limit 501) told) news where head.workspace_id = '01900000-0000-7000-8000-0000000b0001' \gset
select c.id, c.status, c.inbox_id, c.business_number_id, c.contact_id, c.assignee_id, c.team_id, c.unread_count,
c.unread, c.last_activity_at, c.last_inbound_at, c.waiting_since, c.started_at, c.closed_at,
c.referral, c.referred_at,
inbox.name as inbox_name, number.display_phone as number_phone, number.name as number_name,
contact.display_name as contact_name, contact.phone as contact_phone, contact.username as contact_username,
exists (select from contact_block b where b.workspace_id = c.workspace_id and b.contact_id = c.contact_id
    and b.blocked) as contact_blocked,
case when contact.marketing_opt_out then contact.marketing_told_at end as contact_opt_out_since,
assignee.name as assignee_name, assignee.email as assignee_email, assignee.active as assignee_active,
assignee.availability as assignee_availability,
team.name as team_name, session.expires_at as session_expires_at,
(select entry.expires_at from free_entry_point entry where entry.workspace_id = c.workspace_id
    and entry.business_number_id = c.business_number_id
    and entry.contact_id = c.contact_id) as free_entry_until,
last.id as last_id, last.seq as last_seq, last.direction as last_direction, last.type as last_type,
left(last.text, 200) as last_text, last.sent_at as last_sent_at, last.status as last_status,
(select jsonb_agg(jsonb_build_object('id', tag.id, 'name', tag.name, 'colour', tag.colour,
        'description', tag.description) order by tag.name)
    from chat_tag join tag on tag.workspace_id = chat_tag.workspace_id and tag.id = chat_tag.tag_id
    where chat_tag.workspace_id = c.workspace_id and chat_tag.chat_id = c.id) as tags,
(select jsonb_agg(jsonb_build_object('id', a.id, 'key', a.key, 'label', a.label, 'type', a.type,
        'text', v.text, 'number', v.number::text, 'flag', v.flag, 'moment', v.moment, 'word', v.word,
        'words', to_jsonb(v.words),
        'user', case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name,
            'email', u.email, 'active', u.active, 'availability', u.availability) end,
        'options', (select jsonb_agg(o) from jsonb_array_elements(a.options) o
            where o ->> 'key' = v.word or o ->> 'key' = any(v.words))) order by a.label, a.key)
    from chat_attribute_value v
    join chat_attribute a on a.workspace_id = v.workspace_id and a.id = v.attribute_id
        and a.deleted_at is null
    left join workspace_user u on u.workspace_id = v.workspace_id and u.id = v.user_id
    where v.workspace_id = c.workspace_id and v.chat_id = c.id) as attributes
 from chat c join inbox on inbox.workspace_id = c.workspace_id and inbox.id = c.inbox_id
join business_number number on number.workspace_id = c.workspace_id and number.id = c.business_number_id
join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
left join workspace_user assignee on assignee.workspace_id = c.workspace_id and assignee.id = c.assignee_id
left join team on team.workspace_id = c.workspace_id and team.id = c.team_id
left join session_window session on session.workspace_id = c.workspace_id
    and session.business_number_id = c.business_number_id and session.contact_id = c.contact_id
left join message last on last.workspace_id = c.workspace_id and last.id = c.last_message_id
 where c.workspace_id = '01900000-0000-7000-8000-0000000b0001' and c.id = any(:ids::uuid[]);
