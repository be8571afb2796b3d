/**
 * A client of Shared Inbox's websocket `/ws/v1`, for browsers and Node 22 or newer. It needs nothing beyond the
 * platform's WebSocket: copy it. The protocol it speaks is written down in `src/docs/live-protocol.md`.
 *
 *     const token: Token = renew => session.accessToken({ forceRefresh: renew });
 *     const live = new Live({ url: "wss://inbox.example/ws/v1", token });
 *     const list = new LiveList(new GraphQl("https://inbox.example/graphql", token), { filter }, show).follow(live);
 */

/** Gives a bearer token; a new one if `renew`, because the last was refused or ends soon. */
export type Token = (renew: boolean) => Promise<string>;

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
export interface Refusal { code: string; message: string; path?: string[] }
/** Whoever keeps something in step with a topic. */
export interface Follower {
  /** Forget everything, load afresh, and return the cursor of what was loaded; it may fail and is tried again. */
  load(): Promise<string>;
  /** Apply an event; `missed` if it is from before {@link caughtUp}. It may come again: twice must be as good as once. */
  event(event: LiveEvent, missed: boolean): void;
  /** Everything that had happened when the subscription began, or began anew, is applied. */
  caughtUp?(): void;
  /** The subscription is over: the topic is wrong, or no longer for this viewer. */
  refused?(refusal: Refusal): void;
}

export interface Following {
  /** The newest cursor; none while loading. Keep it beside what you keep, to {@link Live.follow} from it next time. */
  cursor(): string | undefined;
  end(): void;
}

export interface LiveOptions {
  url: string;
  token: Token;
  /** For users of several workspaces. */
  workspaceId?: string;
  /** "closed" is the end, for good: by {@link Live.close}, or with the close code that says why. */
  state?: (state: "connecting" | "live" | "waiting" | "closed", code?: number) => void;
  /** Told with each connection, and whenever the user's role, teams or permissions change. */
  viewer?: (viewer: Viewer) => void;
  /** The first and the longest pause before connecting again, in milliseconds; a random part of it is waited. */
  pauses?: [first: number, longest: number];
}

type Frame =
  | { type: "welcome"; heartbeatMs: number; limits: { framesPerSecond: number }; viewer: Viewer }
  | { type: "viewer"; viewer: Viewer }
  | { type: "event"; id: string; cursor?: string; event: LiveEvent }
  | { type: "caughtUp" | "progress"; id: string; cursor: string }
  | { type: "resync"; id: string; cursor: string; reason: string }
  | ({ type: "error"; id?: string; refused?: string } & Refusal)
  | { type: "pong" };

interface Subscription {
  readonly id: string; readonly topic: Topic; readonly follower: Follower;
  /** The newest cursor that was applied; none while its follower loads. */
  cursor: string | undefined;
  /** What was applied lately: while it replays, between a cut and `caughtUp`, it may come again. */
  readonly applied: Set<string>; replays: boolean;
}

const PASSING = new Set(["RATE_LIMITED", "UNAVAILABLE", "INTERNAL"]);
const FINAL = new Set([4400, 4403]), EXPIRED = new Set([4401, 1008]), TOO_MANY_CONNECTIONS = 4409, BROKEN = 1006;

/** Keeps one connection open and its subscriptions in step, through cuts, restarts and expiring tokens. */
export class Live {
  readonly #options: LiveOptions;
  readonly #subscriptions = new Map<string, Subscription>();
  #connection: Connection | undefined;
  #viewing: string | undefined;
  #attempts = 0; #numbers = 0; #closed = false;

  constructor(options: LiveOptions) { this.#options = options; void this.#connect(false); }

  /** Keep a follower in step with a topic: from the cursor that it stands at, else it loads first. */
  follow(topic: Topic, follower: Follower, after?: string): Following {
    const id = `s${++this.#numbers}`;
    const subscription: Subscription = { id, topic, follower, cursor: after, replays: true, applied: new Set() };
    this.#subscriptions.set(id, subscription);
    if (after === undefined) void this.#load(subscription);
    else this.#subscribe(subscription);
    return {
      cursor: () => subscription.cursor,
      end: () => { if (this.#subscriptions.delete(id)) this.#connection?.send({ type: "unsubscribe", id }); },
    };
  }

  /** The user types in a chat: say it every few seconds while they do, and `false` when they stop. */
  typing(chatId: string, on: boolean): void { this.#connection?.send({ type: "typing", chatId, on }); }

  /** The user has this chat open, or none. It is said again after each cut. */
  viewing(chatId?: string): void {
    this.#viewing = chatId;
    this.#connection?.send({ type: "viewing", chatId });
  }

  close(code?: number): void {
    this.#closed = true;
    this.#connection?.end(code ?? 1000);
    this.#options.state?.("closed", code);
  }

  async #connect(renew: boolean): Promise<void> {
    this.#options.state?.("connecting");
    try {
      const token = await this.#options.token(renew);
      if (this.#closed) return;
      this.#connection = new Connection(
        this.#options, token, frame => this.#receive(frame), (code, wasShort) => this.#cut(code, wasShort));
      this.#renewInTime(this.#connection, token);
    } catch {
      this.#cut(BROKEN, true);
    }
  }

  /** Every cut is alike: connect again soon, not at the same moment as everybody else, and resume. */
  #cut(code: number, wasShort: boolean): void {
    this.#connection = undefined;
    if (this.#closed) return;
    if (FINAL.has(code)) return this.close(code);
    this.#attempts = wasShort ? this.#attempts + 1 : 0;
    const [first, longest] = this.#options.pauses ?? [500, 30_000];
    const most = code === TOO_MANY_CONNECTIONS ? longest : Math.min(longest, first * 2 ** this.#attempts);
    this.#options.state?.("waiting", code);
    // An upgrade with a token that is not accepted ends as BROKEN, too, so a short life is met with a new token.
    const renew = EXPIRED.has(code) || (code === BROKEN && wasShort);
    setTimeout(() => { if (!this.#closed) void this.#connect(renew); }, Math.random() * most);
  }

  /** Give a newer token over the open connection when most of the life of this one, less a second or two, is over. */
  #renewInTime(connection: Connection, token: string): void {
    const end = expiryOf(token);
    if (end === undefined) return;
    const wait = Math.min(Math.max((end - Date.now() - 2_000) * 0.75, 1_000), 2 ** 31 - 1);
    connection.later(wait, async () => {
      const newer = await this.#options.token(true).catch(() => undefined);
      if (newer !== undefined) connection.send({ type: "token", token: newer });
      this.#renewInTime(connection, newer ?? token);
    });
  }

  #receive(frame: Frame): void {
    if (frame.type === "welcome") this.#welcome();
    if (frame.type === "welcome" || frame.type === "viewer") return this.#options.viewer?.(frame.viewer);
    if (frame.type === "error") return this.#refused(frame);
    const subscription = "id" in frame && this.#subscriptions.get(frame.id);
    if (!subscription) return;
    if (frame.type === "resync") return void this.#load(subscription);
    if (frame.type === "event") apply(subscription, frame.event);
    // Only now: what was not applied must come again. Typing and viewing have no cursor.
    subscription.cursor = frame.cursor ?? subscription.cursor;
    if (frame.type !== "caughtUp") return;
    subscription.replays = false;
    subscription.follower.caughtUp?.();
  }

  #welcome(): void {
    this.#options.state?.("live");
    this.#subscriptions.forEach(subscription => this.#subscribe(subscription));
    if (this.#viewing !== undefined) this.viewing(this.#viewing);
  }

  /** Go on from the subscription's own cursor. The welcome does it for all that were made before it. */
  #subscribe(subscription: Subscription): void {
    const { id, topic, cursor } = subscription;
    if (cursor === undefined || !this.#connection?.isWelcome || !this.#subscriptions.has(id)) return;
    subscription.replays = true;
    this.#connection.send({ type: "subscribe", id, ...topic, after: cursor });
  }

  async #load(subscription: Subscription): Promise<void> {
    subscription.cursor = undefined;
    while (this.#subscriptions.has(subscription.id) && !this.#closed) {
      try {
        subscription.cursor = await subscription.follower.load();
        return this.#subscribe(subscription);
      } catch {
        await new Promise(done => setTimeout(done, 1_000 + Math.random() * 2_000));
      }
    }
  }

  #refused({ id = "", refused, ...refusal }: Refusal & { id?: string; refused?: string }): void {
    const subscription = this.#subscriptions.get(id), passes = PASSING.has(refusal.code), connection = this.#connection;
    if (refused === "unsubscribe" && passes) connection?.later(2_000, () => connection.send({ type: refused, id }));
    if (refused !== "subscribe" || !subscription) return;
    if (passes) return connection?.later(2_000, () => this.#subscribe(subscription));
    this.#subscriptions.delete(id);
    subscription.follower.refused?.(refusal);
  }
}

/** Drop what came before, as far as that can be told: what happened in a chat has a time. */
function apply({ applied, replays, follower }: Subscription, event: LiveEvent): void {
  const key = event.at && event.chatId && [event.type, event.chatId, event.seq, event.at].join(" ");
  if (key && replays && applied.has(key)) return;
  follower.event(event, replays);
  if (key && applied.add(key).size > 1_000) applied.delete(applied.values().next().value!);
}

type Cut = (code: number, wasShort: boolean) => void;

/** One websocket from its opening to its end, which is told once. */
class Connection {
  readonly #socket: WebSocket;
  readonly #end: Cut;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #outbox: object[] = [];
  readonly #openedAt = Date.now();
  #heardAt = Date.now();
  /** How many frames may be sent now: none before the welcome. */
  #allowed = 0;
  #ended = false;
  isWelcome = false;

  constructor({ url, workspaceId }: LiveOptions, token: string, receive: (frame: Frame) => void, end: Cut) {
    this.#end = end;
    const carrier = encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`);
    this.#socket = new WebSocket(url, ["bearer-token-carrier", carrier]);
    this.#socket.onopen = () => this.#socket.send(JSON.stringify({ type: "hello", workspaceId }));
    this.#socket.onclose = ({ code }) => this.end(code);
    this.#socket.onerror = () => this.end(BROKEN);
    this.#socket.onmessage = ({ data }) => {
      this.#heardAt = Date.now();
      const frame = JSON.parse(data as string) as Frame;
      if (frame.type === "welcome") {
        this.isWelcome = true;
        this.#allowed = Math.ceil(frame.limits.framesPerSecond / 2);
        this.#watch(frame.heartbeatMs);
      }
      receive(frame);
    };
    this.later(15_000, () => { if (!this.isWelcome) this.end(BROKEN); });
  }

  /** Say something, at half the rate the server allows: what the network delays arrives at once. */
  send(frame: object): void {
    if (!this.isWelcome || this.#ended) return;
    this.#outbox.push(frame);
    this.#sendWhatMay();
  }

  /** Do something unless the connection has ended by then. */
  later(ms: number, deed: () => void): void {
    const timer = setTimeout(() => { this.#timers.delete(timer); if (!this.#ended) deed(); }, ms);
    this.#timers.add(timer);
  }

  end(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#socket.onopen = this.#socket.onclose = this.#socket.onerror = this.#socket.onmessage = null;
    this.#socket.close();
    this.#end(code, Date.now() - this.#openedAt < 30_000);
  }

  #sendWhatMay(): void {
    while (this.#allowed > 0 && this.#outbox.length > 0) {
      this.#allowed--;
      this.#socket.send(JSON.stringify(this.#outbox.shift()));
      this.later(1_000, () => { this.#allowed++; this.#sendWhatMay(); });
    }
  }

  /** Browsers do not show the server's pings: ask when it is silent, and give up when it stays so for three of them. */
  #watch(heartbeatMs: number): void {
    const silence = Date.now() - this.#heardAt;
    if (silence > 3 * heartbeatMs) return this.end(BROKEN);
    if (silence >= heartbeatMs) this.send({ type: "ping" });
    this.later(heartbeatMs, () => this.#watch(heartbeatMs));
  }
}

/** When a JWT expires, in milliseconds since 1970; undefined for a token that does not say. */
function expiryOf(token: string): number | undefined {
  try {
    const { exp } = JSON.parse(atob(token.split(".")[1]!.replace(/-/g, "+").replace(/_/g, "/"))) as { exp?: number };
    return exp && exp * 1_000;
  } catch { return undefined; }
}
