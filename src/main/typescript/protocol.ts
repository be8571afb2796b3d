/**
 * What is said over `/ws/v1` and read from GraphQL, and what the client in `live.ts` and `live-list.ts` and those who use
 * it ask of each other: types alone.
 */

/** What `chats` takes; `filter` has the form of the GraphQL input `ChatFilterInput`. */
export interface ListQuery { filter?: object; filterText?: string; search?: string; spaceId?: string; sort?: string }
export type Topic =
  | { topic: "changes" }
  | { topic: "chat"; chatId: string }
  | ({ topic: "chatList" } & ListQuery)
  | { topic: "spaceCounts"; spaceIds?: string[] };

/** `/ws/v1/asyncapi.yml` has all fields of chats, messages and events. More types and fields may come: ignore them. */
export interface Chat { id: string; status: string; unreadCount: number; [field: string]: unknown }
export interface Message { id: string; chatId: string; seq: number; text: string | null; [field: string]: unknown }
export interface LiveEvent {
  type: string; chatId?: string; seq?: number; at?: string; sortKey?: string; chat?: Chat; message?: Message;
  [field: string]: unknown;
}
/** Who this is, and what they may. */
export interface Viewer { userId: string; roleId: string; permissions: string[]; access: string; [field: string]: unknown }
/** Why something is not done; `GET /v1/errors` has all codes. */
export interface Refusal { code: string; message: string; path?: string[] | undefined }

export type ClientFrame =
  | { type: "hello"; workspaceId: string | undefined }
  | ({ type: "subscribe"; id: string; after: string } & Topic)
  | { type: "unsubscribe"; id: string }
  | { type: "token"; token: string }
  | { type: "typing"; chatId: string; on: boolean }
  | { type: "viewing"; chatId: string | undefined }
  | { type: "ping" };

export type ServerFrame =
  | { type: "welcome"; heartbeatMs: number; limits: { framesPerSecond: number }; viewer: Viewer }
  | { type: "viewer"; viewer: Viewer }
  | { type: "event"; id: string; cursor?: string; event: LiveEvent }
  | { type: "caughtUp" | "progress"; id: string; cursor: string }
  | { type: "resync"; id: string; cursor: string; reason: string }
  | ({ type: "error"; id?: string; refused?: string } & Refusal)
  | { type: "pong" };

/** Gives a bearer token; a new one if `renew`, because the last was refused or ends soon. */
export type Token = (renew: boolean) => Promise<string>;

/** Whoever keeps something in step with a topic. */
export interface Follower {
  /**
   * Forget everything, load afresh, and return the cursor of what was loaded. It may fail and is tried again, unless what
   * it throws has a `refusal` that does not pass by itself.
   */
  load(): Promise<string>;
  /**
   * Apply an event; `missed` if it is from before {@link caughtUp}. It may come again, above all when this throws: twice
   * must be as good as once.
   */
  event(event: LiveEvent, missed: boolean): void;
  /** Everything that had happened when the subscription began, or began anew, is applied. */
  caughtUp?(): void;
  /** The subscription is over: the topic is wrong, or no longer for this viewer. */
  refused?(refusal: Refusal): void;
}

export interface Following {
  /** The newest cursor; none while loading, or when it is over. Kept beside what it is of, it is where to go on next time. */
  cursor(): string | undefined;
  end(): void;
}

export interface LiveOptions {
  url: string;
  token: Token;
  /** For users of several workspaces. */
  workspaceId?: string;
  /** "closed" is the end, for good: by `close()`, or with the close code that says why. */
  state?: (state: "connecting" | "live" | "waiting" | "closed", code?: number) => void;
  /** Told with each connection, and whenever the user's role, teams or permissions change. */
  viewer?: (viewer: Viewer) => void;
  /** The first and the longest pause before connecting or loading again, in milliseconds; a random part of it is waited. */
  pauses?: [first: number, longest: number];
}

/** A row of a list: rows stand in descending order of their keys. */
export interface Row { readonly sortKey: string; readonly chat: Chat }
export interface ListOptions {
  /** What rows need until an event brings the whole chat. */
  fields?: string;
  pageSize?: number;
  /** There is no such list, or not for this viewer. */
  refused?: (refusal: Refusal) => void;
}
export interface ListPage {
  cursor: string; endSortKey: string | null; pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { sortKey: string; node: Chat }[];
}
export interface GraphQlAnswer<T> {
  data?: T | null;
  errors?: { message: string; extensions?: { code: string; path?: string[] } }[];
}
