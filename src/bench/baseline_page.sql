with page as materialized (
    select id from chat where workspace_id = :workspace and status = 'OPEN' order by last_activity_at desc, id desc limit 50)
select c.id, c.status, c.unread_count, c.last_activity_at, contact.name, contact.phone, inbox.name, assignee.name,
    last.text, last.sent_at, session.expires_at
from page join chat c on c.workspace_id = :workspace and c.id = page.id
join inbox on inbox.workspace_id = c.workspace_id and inbox.id = c.inbox_id
join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
left join workspace_user assignee on assignee.workspace_id = c.workspace_id and assignee.id = c.assignee_id
left join session_window session on session.workspace_id = c.workspace_id
    and session.business_number_id = c.business_number_id and session.contact_id = c.contact_id
left join message last on last.workspace_id = c.workspace_id and last.id = c.last_message_id
order by c.last_activity_at desc, c.id desc;
