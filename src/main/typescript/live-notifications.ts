/**
 * What to notify the user of, from the topic `changes`. Whoever follows that topic already hands its events on instead of
 * following it twice. See `live.ts`.
 */

import type { Follower, LiveEvent, Topic } from "./live.js";
import type { GraphQl } from "./live-list.js";

const SETTINGS = "{ viewer { cursor notificationSettings { chats } } }";
const KEEP = `mutation ($input: SetNotificationSettingsInput!) {
  setNotificationSettings(input: $input) { notificationSettings { chats } } }`;

/** What to show of an event `notification.created`. The same comes with the same id, whenever and wherever it comes. */
export interface Notification { id: string; kind: NotificationKind; title: string; body: string }
export type NotificationKind = "MESSAGE" | "MISSED_CALL" | "CHAT_ASSIGNED" | "SESSION_CLOSING" | "MESSAGE_FAILED";
export interface NotificationSettings { chats: "NONE" | "ASSIGNED" | "ALL" }
interface Loaded { cursor: string; notificationSettings: NotificationSettings }

/** Shows each notification once, and knows what the user wants, on whichever device they said it. */
export class LiveNotifications implements Follower {
  readonly topic: Topic = { topic: "changes" };
  readonly #graphql: GraphQl;
  readonly #show: (notification: Notification, event: LiveEvent, missed: boolean) => void;
  readonly #shown = new Set<string>();
  #settings: NotificationSettings | undefined;

  /** Calls `show` for each notification; `missed` if it is of a time when the client was away: show it without a sound. */
  constructor(graphql: GraphQl, show: (notification: Notification, event: LiveEvent, missed: boolean) => void) {
    this.#graphql = graphql;
    this.#show = show;
  }

  /** What the user wants; none before it was loaded. */
  get settings(): NotificationSettings | undefined { return this.#settings; }

  async load(): Promise<string> {
    const { viewer } = await this.#graphql.ask<{ viewer: Loaded }>(SETTINGS);
    this.#settings = viewer.notificationSettings;
    return viewer.cursor;
  }

  /** Say what the user wants from now on. */
  async want(chats: NotificationSettings["chats"]): Promise<void> {
    await this.#graphql.ask(KEEP, { input: { chats } });
  }

  event(event: LiveEvent, missed: boolean): void {
    this.#settings = event.notificationSettings as NotificationSettings | undefined ?? this.#settings;
    const notification = event.notification as Notification | undefined;
    if (!notification || this.#shown.has(notification.id)) return;
    this.#show(notification, event, missed);
    if (this.#shown.add(notification.id).size > 1_000) this.#shown.delete(this.#shown.values().next().value!);
  }
}
