/** Chat lists that move by themselves: loaded over GraphQL, then kept by the topic `chatList`. See `live.ts`. */

import type {
  Follower, Following, GraphQlAnswer, ListOptions, ListPage, ListQuery, Live, LiveEvent, Refusal, Row, Token, Topic,
} from "./live.js";

/** Asks `POST /graphql`. What it throws has a `refusal` if the server gave one. */
export class GraphQl {
  readonly #url: string;
  readonly #token: Token;
  readonly #headers: Record<string, string>;

  constructor(url: string, token: Token, workspaceId?: string) {
    this.#url = url;
    this.#token = token;
    this.#headers = { "Content-Type": "application/json", ...(workspaceId && { "X-Workspace": workspaceId }) };
  }

  async ask<T>(query: string, variables: object = {}, renew = false): Promise<T> {
    const response = await fetch(this.#url, {
      method: "POST", body: JSON.stringify({ query, variables }), signal: AbortSignal.timeout(30_000),
      headers: { ...this.#headers, Authorization: `Bearer ${await this.#token(renew)}` },
    });
    if (response.status === 401 && !renew) return this.ask(query, variables, true);
    const { data, errors } = await response.json() as GraphQlAnswer<T>;
    if (data && !errors?.length) return data;
    const { message, extensions } = errors?.[0] ?? { message: `HTTP ${response.status}` };
    throw Object.assign(new Error(message), { refusal: extensions && { ...extensions, message } });
  }
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
  readonly refused: (refusal: Refusal) => void;
  readonly #graphql: GraphQl;
  readonly #query: ListQuery;
  readonly #document: string;
  readonly #changed: (rows: Row[]) => void;
  #rows = new Map<string, Row>();
  /** Where the loaded rows end: nothing stands below when they are all. */
  #lastKey = "";
  #next: string | undefined;
  #live: Live | undefined;
  #following: Following | undefined;

  /** Calls `changed` with all rows in order, whenever some are other ones. */
  constructor(graphql: GraphQl, query: ListQuery, changed: (rows: Row[]) => void, options: ListOptions = {}) {
    this.#graphql = graphql;
    this.#query = query;
    this.#changed = changed;
    this.#document = page(options.fields ?? USUAL, options.pageSize ?? 50);
    this.refused = options.refused ?? (() => {});
    this.topic = { topic: "chatList", ...query };
  }

  /** All rows, in order. */
  get rows(): Row[] {
    return [...this.#rows.values()].sort((a, b) => a.sortKey < b.sortKey ? 1 : a.sortKey > b.sortKey ? -1 : 0);
  }

  get hasMore(): boolean { return this.#next !== undefined; }

  /** Load it and keep it in step; `after` a cursor, go on with the rows that are there. */
  follow(live: Live, after?: string): this {
    this.#live = live;
    this.#following = live.follow(this.topic, this, after);
    return this;
  }

  end(): void {
    this.#following?.end();
    this.#following = undefined;
  }

  async load(): Promise<string> {
    const page = await this.#ask();
    this.#rows = new Map();
    this.#show(page);
    return page.cursor;
  }

  /**
   * Load the next page, if there is one. The list stands still meanwhile and then goes on from where it stood, so that it
   * is told of all that came and went while the page was read.
   */
  async more(): Promise<void> {
    const live = this.#live, following = this.#following, before = following?.cursor();
    if (!live || !following || before === undefined || this.#next === undefined) return;
    following.end();
    try {
      this.#show(await this.#ask(this.#next));
    } finally {
      if (following === this.#following) this.follow(live, before);
    }
  }

  event({ chatId, sortKey, chat }: LiveEvent): void {
    if (chatId === undefined) return;
    // Beyond the last row that is loaded, the next page will have it.
    if (chat && sortKey !== undefined && sortKey >= this.#lastKey) this.#rows.set(chatId, { sortKey, chat });
    else this.#rows.delete(chatId);
    this.#changed(this.rows);
  }

  async #ask(after?: string): Promise<ListPage> {
    return (await this.#graphql.ask<{ chats: ListPage }>(this.#document, { ...this.#query, after })).chats;
  }

  #show({ edges, pageInfo, endSortKey }: ListPage): void {
    edges.forEach(({ sortKey, node }) => this.#rows.set(node.id, { sortKey, chat: node }));
    this.#next = pageInfo.hasNextPage ? pageInfo.endCursor ?? undefined : undefined;
    this.#lastKey = endSortKey ?? "";
    this.#changed(this.rows);
  }
}
