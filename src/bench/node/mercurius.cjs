// Mercurius with one statement written by hand over the product's own tables and indexes, without any access rules.
const { Pool } = require("pg");
const pool = new Pool({ max: 24 });
const app = require("fastify")();
const SQL = `
  with page as materialized (
    select id from chat where workspace_id = $1 and status = $2 order by last_activity_at desc, id desc limit $3)
  select c.id, c.status, c.unread_count, c.last_activity_at, contact.display_name, contact.phone, inbox.name as inbox,
    assignee.name as assignee, last.text, last.sent_at, session.expires_at
  from page join chat c on c.workspace_id = $1 and c.id = page.id
  join inbox on inbox.workspace_id = c.workspace_id and inbox.id = c.inbox_id
  join contact on contact.workspace_id = c.workspace_id and contact.id = c.contact_id
  left join workspace_user assignee on assignee.workspace_id = c.workspace_id and assignee.id = c.assignee_id
  left join session_window session on session.workspace_id = c.workspace_id
    and session.business_number_id = c.business_number_id and session.contact_id = c.contact_id
  left join message last on last.workspace_id = c.workspace_id and last.id = c.last_message_id
  order by c.last_activity_at desc, c.id desc`;
app.register(require("mercurius"), {
  schema: `
    type Contact { name: String phone: String }
    type Named { name: String }
    type Message { text: String sentAt: String }
    type Session { expiresAt: String }
    type Chat { id: ID! status: String! unreadCount: Int! lastActivityAt: String! contact: Contact inbox: Named
      assignee: Named lastMessage: Message session: Session }
    type Query { chats(workspace: ID!, status: String!, first: Int!): [Chat!]! }`,
  jit: 1,
  resolvers: {
    Query: {
      chats: async (_, { workspace, status, first }) =>
        (await pool.query({ name: "page", text: SQL, values: [workspace, status, first] })).rows.map(row => ({
          id: row.id, status: row.status, unreadCount: row.unread_count, lastActivityAt: row.last_activity_at.toISOString(),
          contact: { name: row.display_name, phone: row.phone }, inbox: { name: row.inbox },
          assignee: row.assignee && { name: row.assignee },
          lastMessage: row.text && { text: row.text, sentAt: row.sent_at.toISOString() },
          session: row.expires_at && { expiresAt: row.expires_at.toISOString() },
        })),
    },
  },
});
app.listen({ port: +process.argv[2] }).then(() => console.log("listening"));
