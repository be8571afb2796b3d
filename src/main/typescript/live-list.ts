/** Chat lists that move by themselves: loaded over GraphQL, then kept by the topic `chatList`. See `live.ts`. */

import type { Chat, Follower, Following, ListQuery, Live, LiveEvent, Token, Topic } from "./live.js";

/** Asks `POST /graphql`. */
export class GraphQl {
  readonly #url: string;
  readonly #token: Token;

  constructor(url: string, token: Token) {
    this.#url = url;
    this.#token = token;
  }

  async ask<T>(query: string, variables: object = {}, renew = false): Promise<T> {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${await this.#token(renew)}` };
    const response = await fetch(this.#url, { method: "POST", headers, body: JSON.stringify({ query, variables }) });
    if (response.status === 401 && !renew) return this.ask(query, variables, true);
    const { data, errors } = await response.json() as { data?: T; errors?: { message: string }[] };
    if (!data || errors?.length) throw new Error(errors?.[0]?.message ?? `HTTP ${response.status}`);
    return data;
  }
}

export interface Row { readonly sortKey: string; readonly chat: Chat }

interface Page {
  cursor: string;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { sortKey: string; node: Chat }[];
  endSortKey: string | null;
}

const USUAL = "unread waitingSince assignee { id name } contact { id name } lastMessage { text sentAt status }";

const page = (fields: string, size: number) => `
  query ($filter: ChatFilterInput, $filterText: String, $search: String, $spaceId: ID, $sort: ChatSort, $after: String) {
    chats(filter: $filter, filterText: $filterText, search: $search, spaceId: $spaceId, sort: $sort, after: $after,
        first: ${size}) {
      cursor endSortKey pageInfo { hasNextPage endCursor } edges { sortKey node { id status unreadCount ${fields} } } } }`;

/** A list of chats that stays what loading it anew would show. */
export class LiveList implements Follower {
  readonly topic: Topic;
  readonly #graphql: GraphQl;
  readonly #query: ListQuery;
  readonly #document: string;
  readonly #changed: (rows: Row[]) => void;
  #rows = new Map<string, Row>();
  /** Where the loaded rows end; no `endCursor` when they are all. */
  #last: { endCursor?: string; sortKey: string } = { sortKey: "" };
  /** What happens while a further page loads. */
  #meanwhile: LiveEvent[] | undefined;
  #live: Live | undefined;
  #following: Following | undefined;

  /** Calls `changed` with all rows in order. `fields` are what rows need until an event brings the whole chat. */
  constructor(
    graphql: GraphQl, query: ListQuery, changed: (rows: Row[]) => void, { fields = USUAL, pageSize = 50 } = {},
  ) {
    this.#graphql = graphql;
    this.#query = query;
    this.#changed = changed;
    this.#document = page(fields, pageSize);
    this.topic = { topic: "chatList", ...query };
  }

  /** All rows, in order. */
  get rows(): Row[] {
    return [...this.#rows.values()].sort((a, b) => a.sortKey < b.sortKey ? 1 : a.sortKey > b.sortKey ? -1 : 0);
  }

  /** Load and keep it. `after` is where rows that were kept elsewhere stand. */
  follow(live: Live, after?: string): this {
    this.#live = live;
    this.#following = live.follow(this.topic, this, after);
    return this;
  }

  end(): void { this.#following?.end(); }

  async load(): Promise<string> {
    const page = await this.#ask();
    this.#rows = new Map();
    this.#show(page);
    return page.cursor;
  }

  /**
   * Load the next page, if there is one. What happens meanwhile is newer than the page: it is applied after it. And what
   * came and went just while the page was read is told to those who ask anew, from where they stood before.
   */
  async more(): Promise<void> {
    const rows = this.#rows, before = this.#following?.cursor();
    if (this.#last.endCursor === undefined || this.#meanwhile) return;
    this.#meanwhile = [];
    try {
      const page = await this.#ask(this.#last.endCursor);
      if (rows === this.#rows) this.#show(page);
    } finally {
      const events = this.#meanwhile;
      this.#meanwhile = undefined;
      if (rows === this.#rows) {
        events.forEach(event => this.event(event));
        this.#askAnew(before);
      }
    }
  }

  event(event: LiveEvent): void {
    if (this.#meanwhile) return void this.#meanwhile.push(event);
    const { chatId, sortKey, chat } = event;
    if (chatId === undefined) return;
    // Beyond the last row that is loaded, the next page will have it.
    if (chat && sortKey !== undefined && sortKey >= this.#last.sortKey) this.#rows.set(chatId, { sortKey, chat });
    else this.#rows.delete(chatId);
    this.#changed(this.rows);
  }

  #askAnew(before: string | undefined): void {
    if (before === undefined || !this.#live || this.#following?.cursor() === undefined) return;
    this.#following.end();
    this.follow(this.#live, before);
  }

  async #ask(after?: string): Promise<Page> {
    return (await this.#graphql.ask<{ chats: Page }>(this.#document, { ...this.#query, after })).chats;
  }

  #show({ edges, pageInfo, endSortKey }: Page): void {
    edges.forEach(({ sortKey, node }) => this.#rows.set(node.id, { sortKey, chat: node }));
    this.#last = pageInfo.hasNextPage && pageInfo.endCursor
      ? { endCursor: pageInfo.endCursor, sortKey: endSortKey ?? "" }
      : { sortKey: "" };
    this.#changed(this.rows);
  }
}
