/** The client against a server that does just what a rule is about: what is rare or slow with a real one. */

import assert from "node:assert/strict";
import { Live, type Follower, type LiveEvent, type LiveOptions, type Refusal } from "../../main/typescript/live.ts";
import { LiveCounts, type SpaceCount } from "../../main/typescript/live-counts.ts";
import { LiveNotifications } from "../../main/typescript/live-notifications.ts";
import { GraphQl, LiveList } from "../../main/typescript/live-list.ts";

interface Said { type: string; id?: string; topic?: string; after?: string; token?: string }

class Socket {
  static all: Socket[] = [];
  static heartbeatMs = 25_000;
  static readonly thrown: unknown[] = [];
  onopen: (() => void) | null = null;
  onclose: ((end: { code: number }) => void) | null = null;
  onmessage: ((message: { data: string }) => void) | null = null;
  readonly said: Said[] = [];

  constructor() {
    Socket.all.push(this);
    setTimeout(() => this.onopen?.());
  }

  send(text: string): void {
    const frame = JSON.parse(text) as Said;
    this.said.push(frame);
    const limits = { framesPerSecond: 20 }, viewer = { permissions: ["CHAT_REPLY"] };
    if (frame.type === "hello") this.say({ type: "welcome", cursor: "0", heartbeatMs: Socket.heartbeatMs, limits, viewer });
  }

  close(): void {}
  say(frame: object): void { setTimeout(() => this.#deliver(JSON.stringify(frame))); }
  drop(code: number): void { this.onclose?.({ code }); }
  all(type: string): Said[] { return this.said.filter(frame => frame.type === type); }

  /** What a listener throws is shown to developers, and stops nothing. */
  #deliver(data: string): void {
    try { this.onmessage?.({ data }); } catch (error) { Socket.thrown.push(error); }
  }
}

class Notes implements Follower {
  readonly events: LiveEvent[] = [];
  loads = 0;
  async load(): Promise<string> { return `loaded ${++this.loads}`; }
  event(event: LiveEvent): void { this.events.push(event); }
}

function connect(options: Partial<LiveOptions> = {}): Live {
  Object.assign(globalThis, { WebSocket: Socket });
  Socket.all = [];
  return new Live({ url: "ws://nowhere", token: async () => "opaque", pauses: [1, 2], ...options });
}

async function until<T>(found: () => T | undefined | false): Promise<T> {
  for (const end = Date.now() + 5_000; Date.now() < end; await pause(5)) {
    const it = found();
    if (it) return it;
  }
  throw new Error(`never: ${found}`);
}

const pause = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms));
const created = (seq: number) => ({ type: "message.created", chatId: "c", seq, at: `t${seq}` });

export async function afterACut_itGoesOnFromWhatWasApplied(): Promise<void> {
  const notes = new Notes();
  const live = connect();
  live.follow({ topic: "changes" }, notes, "mine");
  const first = await until(() => Socket.all[0]?.all("subscribe").length === 1 && Socket.all[0]);
  assert.equal(first.all("subscribe")[0]?.after, "mine");
  first.say({ type: "event", id: "s1", cursor: "1", event: created(1) });
  first.say({ type: "progress", id: "s1", cursor: "2" });
  first.say({ type: "event", id: "s1", event: { type: "typing", chatId: "c" } });
  first.say({ type: "event", id: "another", cursor: "9", event: created(9) });
  await until(() => notes.events.length === 2);
  await pause(20);
  first.drop(1006);

  const second = await until(() => Socket.all[1]?.all("subscribe").length === 1 && Socket.all[1]);
  assert.equal(second.all("subscribe")[0]?.after, "2");
  live.close();
}

export async function whatCouldNotBeApplied_comesAgain(): Promise<void> {
  const notes = new Notes();
  const live = connect();
  let stumbles = true;
  const follower = { load: notes.load, event: (event: LiveEvent) => {
    if (event.seq === 2 && stumbles) throw new Error("stumbled");
    notes.event(event);
  } };
  live.follow({ topic: "changes" }, follower, "mine");
  const first = await until(() => Socket.all[0]?.all("subscribe").length === 1 && Socket.all[0]);
  for (const seq of [1, 2, 3]) first.say({ type: "event", id: "s1", cursor: `${seq}`, event: created(seq) });

  const second = await until(() => Socket.all[1]?.all("subscribe").length === 1 && Socket.all[1]);
  stumbles = false;
  assert.equal(second.all("subscribe")[0]?.after, "1");
  for (const seq of [2, 3]) second.say({ type: "event", id: "s1", cursor: `${seq}`, event: created(seq) });
  await until(() => notes.events.length === 3);
  assert.deepEqual(notes.events.map(event => event.seq), [1, 2, 3]);
  assert.match(`${Socket.thrown.pop()}`, /stumbled/);
  live.close();
}

export async function notifications_areShownOnceAndToldFromThoseMissed(): Promise<void> {
  const notified = (id: string) =>
    ({ ...created(1), type: "notification.created", notification: { id, kind: "MESSAGE", title: "Ana", body: "Hello" } });
  const shown: [string, boolean][] = [];
  const live = connect();
  const follower = new LiveNotifications({} as never, ({ id }, _, missed) => shown.push([id, missed]));
  live.follow(follower.topic, follower, "mine");
  const first = await until(() => Socket.all[0]?.all("subscribe").length === 1 && Socket.all[0]);
  first.say({ type: "event", id: "s1", cursor: "1", event: notified("missed") });
  first.say({ type: "caughtUp", id: "s1", cursor: "2" });
  first.say({ type: "event", id: "s1", cursor: "2", event: { ...notified("live"), at: "later" } });
  first.say({ type: "event", id: "s1", cursor: "3", event:
    { type: "notificationSettings.updated", at: "t", notificationSettings: { chats: "ALL" } } });
  await until(() => follower.settings?.chats === "ALL");
  first.drop(1006);

  const second = await until(() => Socket.all[1]?.all("subscribe").length === 1 && Socket.all[1]);
  second.say({ type: "caughtUp", id: "s1", cursor: "3" });
  second.say({ type: "event", id: "s1", cursor: "4", event: { ...notified("live"), at: "in another tab" } });
  second.say({ type: "event", id: "s1", cursor: "4", event: { ...notified("newer"), at: "now" } });
  await until(() => shown.length === 3);
  assert.deepEqual(shown, [["missed", true], ["live", false], ["newer", false]]);
  live.close();
}

export async function resync_loadsAndGoesOnFromThere(): Promise<void> {
  const notes = new Notes();
  const live = connect();
  const following = live.follow({ topic: "changes" }, notes);
  const socket = await until(() => Socket.all[0]?.all("subscribe").length === 1 && Socket.all[0]);
  socket.say({ type: "resync", id: "s1", cursor: "9", reason: "TOO_MANY" });

  await until(() => socket.all("subscribe").length === 2);
  assert.deepEqual(socket.all("subscribe").map(frame => frame.after), ["loaded 1", "loaded 2"]);
  assert.equal(following.cursor(), "loaded 2");
  live.close();
}

export async function silence_isAskedAndThenLeft(): Promise<void> {
  Socket.heartbeatMs = 30;
  const live = connect();
  const dead = await until(() => Socket.all.length > 1 && Socket.all[0]);
  assert.ok(dead.all("ping").length >= 2);
  live.close();
  Socket.heartbeatMs = 25_000;
}

export async function manySubscriptions_areMadeAtHalfTheRate(): Promise<void> {
  const live = connect();
  for (let i = 0; i < 15; i++) live.follow({ topic: "changes" }, new Notes(), "mine");
  const socket = await until(() => Socket.all[0]?.all("subscribe").length === 10 && Socket.all[0]);
  await pause(100);
  assert.equal(socket.all("subscribe").length, 10);
  await until(() => socket.all("subscribe").length === 15);
  live.close();
}

export async function token_isRenewedBeforeItEnds(): Promise<void> {
  const asked: boolean[] = [];
  const jwt = () => `e.${btoa(JSON.stringify({ exp: Date.now() / 1_000 + 2 }))}.s`;
  const live = connect({ token: async renew => { asked.push(renew); return jwt(); } });
  const socket = await until(() => Socket.all[0]?.all("token").length === 1 && Socket.all[0]);
  assert.ok(socket.all("token")[0]?.token?.startsWith("e."));
  assert.deepEqual(asked, [false, true]);
  live.close();
}

export async function tokenOfAConnectionThatIsOver_isRenewedNoMore(): Promise<void> {
  const jwt = `e.${btoa(JSON.stringify({ exp: Date.now() / 1_000 + 2 }))}.s`;
  let asked = 0, give = (_: string): void => {};
  const live = connect({ token: async renew => {
    asked++;
    return renew ? new Promise(done => { give = done; }) : jwt;
  } });
  await until(() => asked === 2);
  live.close();
  give(jwt);

  await pause(1_500);
  assert.equal(asked, 2);
}

export async function closeCodes_areActedOn(): Promise<void> {
  for (const [code, renew] of [[1001, false], [4401, true], [1008, true], [4413, false]] as const) {
    const asked: boolean[] = [];
    const live = connect({ token: async renew => { asked.push(renew); return "opaque"; } });
    (await until(() => Socket.all[0]?.said.length === 1 && Socket.all[0])).drop(code);
    await until(() => Socket.all.length === 2);
    assert.deepEqual(asked, [false, renew], `${code}`);
    live.close();
  }
  for (const code of [4400, 4403]) {
    const states: string[] = [];
    connect({ state: (state, why) => states.push(`${state} ${why}`) });
    (await until(() => Socket.all[0]?.said.length === 1 && Socket.all[0])).drop(code);
    await pause(50);
    assert.equal(Socket.all.length, 1);
    assert.equal(states.at(-1), `closed ${code}`);
  }
}

export async function refusal_isToldUnlessItPasses(): Promise<void> {
  const refused: string[] = [];
  const live = connect();
  const follower = Object.assign(new Notes(), { refused: ({ code }: { code: string }) => refused.push(code) });
  live.follow({ topic: "chat", chatId: "c" }, follower, "mine");
  const socket = await until(() => Socket.all[0]?.all("subscribe").length === 1 && Socket.all[0]);
  socket.say({ type: "error", refused: "subscribe", id: "s1", code: "UNAVAILABLE", message: "" });
  await until(() => socket.all("subscribe").length === 2);
  assert.deepEqual(refused, []);
  socket.say({ type: "error", refused: "subscribe", id: "s1", code: "NOT_FOUND", message: "" });
  await until(() => refused.length === 1);
  live.close();
}

export async function loading_isTriedAgainUnlessItIsRefusedForGood(): Promise<void> {
  const codes = ["UNAVAILABLE", undefined, "INVALID_FILTER"], refused: string[] = [];
  const live = connect();
  const load = async (): Promise<string> => {
    const code = codes.shift();
    throw Object.assign(new Error("fails"), code && { refusal: { code, message: "" } });
  };
  const following = live.follow(
    { topic: "changes" }, { load, event: () => {}, refused: ({ code }: Refusal) => refused.push(code) });

  await until(() => refused.length > 0);
  await pause(20);
  assert.deepEqual(refused, ["INVALID_FILTER"]);
  assert.equal(codes.length, 0);
  assert.equal(following.cursor(), undefined);
  assert.equal(Socket.all[0]?.all("subscribe").length, 0);
  live.close();
}

export async function viewing_isSaidAgainAfterACutOrATemporaryRefusal(): Promise<void> {
  const live = connect();
  const socket = await until(() => Socket.all[0]?.said.length === 1 && Socket.all[0]);
  await pause(10);
  live.viewing("c");
  await until(() => socket.all("viewing").length === 1);
  socket.say({ type: "error", refused: "viewing", code: "RATE_LIMITED", message: "" });
  await until(() => socket.all("viewing").length === 2);
  socket.drop(1006);
  await until(() => Socket.all[1]?.all("viewing").length === 1);
  live.close();
}

export async function refusalOfAnotherFrame_leavesTheSubscription(): Promise<void> {
  const notes = new Notes();
  const live = connect();
  const following = live.follow({ topic: "changes" }, notes, "mine");
  const socket = await until(() => Socket.all[0]?.all("subscribe").length === 1 && Socket.all[0]);
  socket.say({ type: "error", refused: "ack", id: "s1", code: "RATE_LIMITED", message: "" });
  socket.say({ type: "event", id: "s1", cursor: "1", event: created(1) });
  await until(() => notes.events.length === 1);
  following.end();
  socket.say({ type: "error", refused: "unsubscribe", id: "s1", code: "RATE_LIMITED", message: "" });
  await until(() => socket.all("unsubscribe").length === 2);
  assert.equal(socket.all("subscribe").length, 1);
  live.close();
}

export async function viewer_isToldAtFirstAndWhenItChanges(): Promise<void> {
  const told: string[][] = [];
  const live = connect({ viewer: ({ permissions }) => told.push(permissions) });
  const socket = await until(() => told.length === 1 && Socket.all[0]);
  socket.say({ type: "viewer", viewer: { permissions: [] } });
  await until(() => told.length === 2);
  assert.deepEqual(told, [["CHAT_REPLY"], []]);
  live.close();
}

/** A list of rows with the keys 5 and 4, each of which is a page; the second is answered by what is given. */
async function listOfTwoPages(live: Live, second: (page: object) => Promise<object>): Promise<LiveList> {
  const rows = (key: string, hasNextPage: boolean) => ({ cursor: `page ${key}`, endSortKey: hasNextPage ? key : null,
    pageInfo: { hasNextPage, endCursor: "e" }, edges: [{ sortKey: key, node: { id: key, status: "OPEN", unreadCount: 0 } }] });
  const answers = [async () => rows("5", true), () => second(rows("4", false))];
  const graphql = { ask: async () => ({ chats: await answers.shift()!() }) };
  const list = new LiveList(graphql as never, {}, () => {}).follow(live);
  await until(() => Socket.all[0]?.all("subscribe").length === 1);
  return list;
}

export async function furtherPage_isFollowedFromBeforeItWasRead(): Promise<void> {
  const live = connect(), left = { type: "chatList.left", chatId: "5" };
  let asked = 0;
  const list = await listOfTwoPages(live, async page => {
    asked++;
    Socket.all[0]!.say({ type: "event", id: "s1", cursor: "7", event: left });
    await pause(20);
    return page;
  });
  const socket = Socket.all[0]!;

  assert.ok(list.hasMore);
  await Promise.all([list.more(), list.more()]);

  assert.equal(asked, 1);
  const subscribed = await until(() => socket.all("subscribe").length === 2 && socket.all("subscribe"));
  assert.deepEqual(subscribed.map(({ id, after }) => [id, after]), [["s1", "page 5"], ["s2", "page 5"]]);
  assert.deepEqual(socket.all("unsubscribe").map(({ id }) => id), ["s1"]);
  assert.deepEqual(list.rows.map(row => row.sortKey), ["5", "4"]);
  socket.say({ type: "event", id: "s2", cursor: "7", event: left });
  await until(() => list.rows.length === 1);
  assert.ok(!list.hasMore);
  live.close();
}

export async function furtherPage_thatFails_leavesTheListInStep(): Promise<void> {
  const live = connect();
  const list = await listOfTwoPages(live, async () => { throw new Error("no network"); });

  await assert.rejects(list.more(), /no network/);

  await until(() => Socket.all[0]!.all("subscribe").length === 2);
  Socket.all[0]!.say({ type: "event", id: "s2", cursor: "7", event: { type: "chatList.left", chatId: "5" } });
  await until(() => list.rows.length === 0);
  assert.ok(list.hasMore);
  live.close();
}

export async function list_thatEndsWhileAPageIsRead_staysEnded(): Promise<void> {
  const live = connect();
  const list = await listOfTwoPages(live, async page => { await pause(10); return page; });

  const more = list.more();
  list.end();
  await more;

  await pause(20);
  assert.equal(Socket.all[0]!.all("subscribe").length, 1);
  assert.deepEqual(Socket.all[0]!.all("unsubscribe").map(({ id }) => id), ["s1"]);
  live.close();
}

export async function rows_moveAndLeaveAndBelowTheLastPageAreLeftOut(): Promise<void> {
  const live = connect(), shown: string[] = [];
  const list = await listOfTwoPages(live, async page => page);
  const chat = (id: string, sortKey: string) =>
    list.event({ type: "chatList.updated", chatId: id, sortKey, chat: { id, status: "OPEN", unreadCount: 0 } });
  const show = () => shown.push(list.rows.map(row => `${row.chat.id}@${row.sortKey}`).join(" "));

  chat("new", "7"); show();
  chat("5", "8"); show();
  chat("below", "3"); show();
  chat("new", "4"); show();
  list.event({ type: "chatList.left", chatId: "5" }); show();
  list.event({ type: "chatList.left", chatId: "unknown" }); show();
  list.event({ type: "typing" }); show();

  assert.deepEqual(shown, ["new@7 5@5", "5@8 new@7", "5@8 new@7", "5@8", "", "", ""]);
  live.close();
}

export async function graphql_renewsItsTokenOnceAndTellsRefusals(): Promise<void> {
  const asked: (string | null)[][] = [], renewed: boolean[] = [];
  const answers = [
    new Response("{}", { status: 401 }),
    Response.json({ data: { viewer: null } }),
    Response.json({ data: null, errors: [{ message: "No.", extensions: { code: "INVALID_FILTER", path: ["filter"] } }] }),
    Response.json({ code: "UNAVAILABLE" }, { status: 503 }),
  ];
  const real = globalThis.fetch;
  globalThis.fetch = async (_, init) => {
    const headers = new Headers(init?.headers);
    asked.push([headers.get("Authorization"), headers.get("X-Workspace")]);
    return answers.shift()!;
  };
  try {
    const graphql = new GraphQl("http://nowhere", async renew => { renewed.push(renew); return renew ? "new" : "old"; }, "w");
    assert.deepEqual(await graphql.ask("{ viewer { cursor } }"), { viewer: null });
    assert.deepEqual(asked, [["Bearer old", "w"], ["Bearer new", "w"]]);
    assert.deepEqual(renewed, [false, true]);
    await assert.rejects(graphql.ask("{ chats }"), { refusal: { code: "INVALID_FILTER", path: ["filter"], message: "No." } });
    await assert.rejects(graphql.ask("{ chats }"), { message: "HTTP 503", refusal: undefined });
  } finally {
    globalThis.fetch = real;
  }
}

export function end(): void {}

export async function counts_areTheNewestOfEachSpace(): Promise<void> {
  const count = (spaceId: string, value: number): SpaceCount =>
    ({ spaceId, total: { value, exact: true }, unread: { value: 0, exact: true } });
  const graphql = { ask: async () => ({ spaceCounts: { cursor: "1", counts: [count("gone", 1)] } }) };
  let shown: SpaceCount[] = [];
  const counts = new LiveCounts(graphql as never, all => { shown = all; });

  assert.deepEqual(counts.topic, { topic: "spaceCounts" });
  assert.equal(await counts.load(), "1");
  assert.deepEqual(shown, [count("gone", 1)]);
  counts.event({ type: "spaceCounts.all", counts: [count("a", 1), count("b", 2)] });
  assert.deepEqual(shown, [count("a", 1), count("b", 2)]);
  counts.event({ type: "spaceCounts.changed", counts: [count("a", 3)] });
  assert.deepEqual(shown, [count("a", 3), count("b", 2)]);
}
