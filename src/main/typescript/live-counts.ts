/** The counts of spaces, kept by the topic `spaceCounts`. See `live.ts`. */

import type { Follower, LiveEvent, Topic } from "./live.js";
import type { GraphQl } from "./live-list.js";

const COUNTS = `query ($spaceIds: [String!]) { spaceCounts(spaceIds: $spaceIds) {
  cursor counts { spaceId total { value exact } unread { value exact } } } }`;

/** How many chats a space holds; `value` is where counting stopped when it is not `exact`. */
export interface SpaceCount { spaceId: string; total: BoundedCount; unread: BoundedCount }
export interface BoundedCount { value: number; exact: boolean }

/** How many chats, and unread chats, the viewer's pinned spaces hold, or those that are named. */
export class LiveCounts implements Follower {
  readonly topic: Topic;
  readonly #graphql: GraphQl;
  readonly #spaceIds: string[] | undefined;
  readonly #changed: (counts: SpaceCount[]) => void;
  #counts = new Map<string, SpaceCount>();

  /** Calls `changed` with all counts whenever some are other ones. */
  constructor(graphql: GraphQl, changed: (counts: SpaceCount[]) => void, spaceIds?: string[]) {
    this.#graphql = graphql;
    this.#changed = changed;
    this.#spaceIds = spaceIds;
    this.topic = spaceIds ? { topic: "spaceCounts", spaceIds } : { topic: "spaceCounts" };
  }

  get counts(): SpaceCount[] { return [...this.#counts.values()]; }

  async load(): Promise<string> {
    const { spaceCounts } = await this.#graphql.ask<{ spaceCounts: { cursor: string; counts: SpaceCount[] } }>(
      COUNTS, { spaceIds: this.#spaceIds });
    this.#show(spaceCounts.counts, true);
    return spaceCounts.cursor;
  }

  event(event: LiveEvent): void {
    if (event.counts) this.#show(event.counts as SpaceCount[], event.type === "spaceCounts.all");
  }

  #show(counts: SpaceCount[], all: boolean): void {
    if (all) this.#counts = new Map();
    counts.forEach(count => this.#counts.set(count.spaceId, count));
    this.#changed(this.counts);
  }
}
