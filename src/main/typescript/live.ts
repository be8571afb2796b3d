/**
 * A client of Shared Inbox's websocket `/ws/v1`, for browsers and Node 22 or newer. It needs nothing beyond the
 * platform's WebSocket: copy it, with its types in `protocol.ts`. Why it does what it does is written down, step by step,
 * in `src/docs/live-protocol.md`.
 *
 *     const token: Token = renew => session.accessToken({ forceRefresh: renew });
 *     const live = new Live({ url: "wss://inbox.example/ws/v1", token });
 *     const list = new LiveList(new GraphQl("https://inbox.example/graphql", token), { filter }, show).follow(live);
 */

import type { ClientFrame, Follower, Following, LiveOptions, Refusal, ServerFrame, Topic } from "./protocol.js";
export type * from "./protocol.js";

/** The cursor is the newest that was applied, none while the follower loads. It replays until it has caught up. */
interface Subscription { id: string; topic: Topic; follower: Follower; cursor: string | undefined; replays: boolean }
type Refused = Extract<ServerFrame, { type: "error" }>;
type Cut = (code: number, wasShort: boolean) => void;

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
    const subscription: Subscription = { id, topic, follower, cursor: after, replays: true };
    this.#subscriptions.set(id, subscription);
    if (after === undefined) void this.#load(subscription);
    else this.#subscribe(subscription);
    return {
      cursor: () => this.#subscriptions.has(id) ? subscription.cursor : undefined,
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
    const token = await this.#options.token(renew).catch(() => undefined);
    if (this.#closed) return;
    if (token === undefined) return this.#cut(BROKEN, true);
    this.#connection = new Connection(
      this.#options, token, frame => this.#receive(frame), (code, wasShort) => this.#cut(code, wasShort));
    this.#renewInTime(this.#connection, token);
  }

  /** Every cut is alike: connect again soon, not at the same moment as everybody else, and resume. */
  #cut(code: number, wasShort: boolean): void {
    this.#connection = undefined;
    if (this.#closed) return;
    if (FINAL.has(code)) return this.close(code);
    this.#attempts = wasShort ? this.#attempts + 1 : 0;
    this.#options.state?.("waiting", code);
    // An upgrade with a token that is not accepted ends as BROKEN, too, so a short life is met with a new token.
    const renew = EXPIRED.has(code) || (code === BROKEN && wasShort);
    const pause = this.#pause(code === TOO_MANY_CONNECTIONS ? Infinity : this.#attempts);
    setTimeout(() => { if (!this.#closed) void this.#connect(renew); }, pause);
  }

  /** A random part of a pause that doubles with each attempt. */
  #pause(attempts: number): number {
    const [first, longest] = this.#options.pauses ?? [500, 30_000];
    return Math.random() * Math.min(longest, first * 2 ** attempts);
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

  #receive(frame: ServerFrame): void {
    if (frame.type === "welcome") this.#resume();
    if (frame.type === "welcome" || frame.type === "viewer") return this.#options.viewer?.(frame.viewer);
    const subscription = "id" in frame ? this.#subscriptions.get(frame.id ?? "") : undefined;
    if (frame.type === "error") return this.#refused(frame, subscription);
    if (!subscription || frame.type === "pong") return;
    if (frame.type === "resync") return void this.#load(subscription);
    if (frame.type === "event") subscription.follower.event(frame.event, subscription.replays);
    // Only now: what was not applied must come again. Typing and viewing have no cursor.
    subscription.cursor = frame.cursor ?? subscription.cursor;
    if (frame.type !== "caughtUp") return;
    subscription.replays = false;
    subscription.follower.caughtUp?.();
  }

  #resume(): void {
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
    for (let attempt = 1; this.#subscriptions.has(subscription.id) && !this.#closed; attempt++) {
      try {
        subscription.cursor = await subscription.follower.load();
        return this.#subscribe(subscription);
      } catch (error) {
        const { refusal } = error as { refusal?: Refusal };
        if (refusal && !PASSING.has(refusal.code)) return this.#end(subscription, refusal);
        await new Promise(done => setTimeout(done, this.#pause(attempt)));
      }
    }
  }

  /** Say again what was refused for a while only; a topic that is refused for good is over. */
  #refused({ refused, id = "", code, message, path }: Refused, subscription: Subscription | undefined): void {
    const connection = this.#connection;
    if (PASSING.has(code)) connection?.later(2_000, () => {
      if (refused === "subscribe" && subscription) this.#subscribe(subscription);
      if (refused === "unsubscribe") connection.send({ type: refused, id });
      if (refused === "viewing") this.viewing(this.#viewing);
    });
    else if (refused === "subscribe" && subscription) this.#end(subscription, { code, message, path });
  }

  #end({ id, follower }: Subscription, refusal: Refusal): void {
    if (this.#subscriptions.delete(id)) follower.refused?.(refusal);
  }
}

/** One websocket from its opening to its end, which is told once. */
class Connection {
  readonly #socket: WebSocket;
  readonly #cut: Cut;
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #outbox: ClientFrame[] = [];
  readonly #openedAt = Date.now();
  #heardAt = Date.now();
  /** How many frames may be sent now: none before the welcome. */
  #allowed = 0;
  #ended = false;
  isWelcome = false;

  constructor({ url, workspaceId }: LiveOptions, token: string, receive: (frame: ServerFrame) => void, cut: Cut) {
    this.#cut = cut;
    const carrier = encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`);
    this.#socket = new WebSocket(url, ["bearer-token-carrier", carrier]);
    this.#socket.onopen = () => this.#socket.send(JSON.stringify({ type: "hello", workspaceId }));
    this.#socket.onclose = ({ code }) => this.end(code);
    this.#socket.onerror = () => this.end(BROKEN);
    this.#socket.onmessage = ({ data }) => {
      this.#heardAt = Date.now();
      try {
        const frame = JSON.parse(data as string) as ServerFrame;
        if (frame.type === "welcome") this.#begin(frame.limits.framesPerSecond, frame.heartbeatMs);
        receive(frame);
      } catch (error) {
        this.end(BROKEN);
        throw error; // What was not applied comes again: nobody shall overlook why.
      }
    };
    this.later(15_000, () => { if (!this.isWelcome) this.end(BROKEN); });
  }

  /** Say something, at half the rate the server allows: what the network delays arrives at once. */
  send(frame: ClientFrame): void {
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
    this.#cut(code, Date.now() - this.#openedAt < 30_000);
  }

  #begin(framesPerSecond: number, heartbeatMs: number): void {
    this.isWelcome = true;
    this.#allowed = Math.ceil(framesPerSecond / 2);
    this.#watch(heartbeatMs);
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
