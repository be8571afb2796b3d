/**
 * A front end for tests: it follows everything and one filtered list, notes what it was told, and can be asked. What
 * crosses over from and to the test is text.
 */

import { Live, type Chat, type LiveEvent, type Row, type Token } from "../../main/typescript/live.ts";
import { GraphQl, LiveList } from "../../main/typescript/live-list.ts";

declare function signIn(renew: string): string;

interface Begin { socket: string; graphql: string; filter: object; phones: string[] }
interface Loaded { edges: { node: { messages: { edges: { node: { id: string } }[] } } }[] }

const FIELDS = "unread assignee { id } contact { id name } tags { id } lastMessage { id status } session { state }";

const log: { states: string[]; loads: number; renewals: number; trouble: string[] } =
  { states: [], loads: 0, renewals: 0, trouble: [] };
/** How often each message was told of; loading it counts once. */
const told = new Map<string, number>();
const lastSeq = new Map<string, number>();
let phones: string[] = [];
let state = "";

const token: Token = async renew => {
  if (renew && state === "live") log.renewals++;
  return signIn(`${renew}`);
};

let live: Live;
let list: LiveList;
let graphql: GraphQl;
let query: { filter: object };

export function begin(text: string): void {
  const given = JSON.parse(text) as Begin;
  phones = given.phones;
  query = { filter: given.filter };
  graphql = new GraphQl(given.graphql, token);
  list = new LiveList(graphql, query, () => {}, { fields: FIELDS, pageSize: 3 });
  live = new Live({ url: given.socket, token, pauses: [20, 200], state: (now, code) => {
    state = now;
    log.states.push(code === undefined ? now : `${now} ${code}`);
  } });
  list.follow(live);
  // Begins with a cursor that is none, and so with a load.
  live.follow({ topic: "changes" }, { load, event }, "rubbish");
}

/** What a message list would load. */
async function load(): Promise<string> {
  log.loads++;
  const { viewer } = await graphql.ask<{ viewer: { cursor: string } }>("{ viewer { cursor } }");
  const chats = phones.map((phone, i) =>
    `c${i}: chats(search: "${phone}", first: 5) { edges { node { messages(first: 50) { edges { node { id } } } } } }`);
  const loaded = await graphql.ask<Record<string, Loaded>>(`{ ${chats.join(" ")} }`);
  Object.values(loaded)
    .flatMap(page => page.edges)
    .flatMap(chat => chat.node.messages.edges)
    .forEach(message => told.set(message.node.id, 1));
  lastSeq.clear();
  return viewer.cursor;
}

function event({ type, chatId, seq, message }: LiveEvent): void {
  if (type !== "message.created" || !message || !chatId || seq === undefined) return;
  if (seq < (lastSeq.get(chatId) ?? 0)) log.trouble.push(`${chatId} told of ${seq} after ${lastSeq.get(chatId)}`);
  lastSeq.set(chatId, seq);
  told.set(message.id, (told.get(message.id) ?? 0) + 1);
}

export const more = (): void => void list.more();
export const connection = (): string => state;
export const notes = (): string => JSON.stringify(log);
export const messages = (): string => JSON.stringify(Object.fromEntries(told));
export const shown = (): string => JSON.stringify(list.rows.map(row));

/** What somebody who comes now is shown. */
export async function fresh(): Promise<string> {
  const now = new LiveList(graphql, query, () => {}, { fields: FIELDS, pageSize: 100 });
  await now.load();
  return JSON.stringify(now.rows.map(row));
}

export function end(): void {
  live.close();
}

function row({ sortKey, chat }: Row): string {
  const { id, status, unreadCount, unread, assignee, contact, tags, lastMessage, session } = chat as Chat & {
    assignee: { id: string } | null; contact: { name: string }; tags: { id: string }[];
    lastMessage: { id: string; status: string | null } | null; session: { state: string };
  };
  return [sortKey, id, status, unreadCount, unread, assignee?.id, contact.name, tags.map(tag => tag.id),
    lastMessage?.id, lastMessage?.status, session.state].join(" ");
}
