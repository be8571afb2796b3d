/// Everything live: the feed of a workspace's changes, the websocket `/ws/v1`, GraphQL subscriptions and
/// `GET /v1/changes`. All of them read the same change log with the same cursors and give the same events.
///
/// How a client stays in step:
///
/// 1. It opens `/ws/v1` with a bearer token and says `hello`; `welcome` answers with a cursor.
/// 2. It subscribes to topics. Each subscription replays what came after the `after` of `subscribe`, else of `hello`,
///    else after the cursor of `welcome`; so what is loaded after `welcome` has no gap to what is streamed.
/// 3. Every event carries a cursor; the client keeps the last one. `caughtUp` marks where replay ends and live begins.
/// 4. After any cut it says `hello` with its last cursor. Delivery is in order and at least once: an event whose cursor
///    was not kept comes again.
/// 5. `resync` ends a subscription whose client cannot be brought up to date by events: it loads afresh and subscribes
///    again. Frames of an unknown type and unknown fields are to be ignored, because more may come.
///
/// What is about no chat comes under the topic `changes` only. `account.event` and `template.updated` carry
/// `accountEvent` and go to administrators; `number.updated` carries `businessNumber` and goes to everybody who may
/// see the number's inbox; `user.updated`, `tag.updated` and `attribute.updated` carry what they are about as it is
/// now, and with `tag.deleted` and `attribute.deleted` go to everybody; `bulk.updated` carries `bulkJob` and goes to
/// its owner. `space.updated` carries the `spaceId` and goes to those who see the space, `space.deleted` to those who
/// saw it and do no more. `space.arranged` goes to the user who arranged their spaces, `notificationSettings.updated`
/// to the one who wants other notifications.
///
/// `notification.created` (see [dev.sharedinbox.notification]) comes under the topic `changes` just before the change
/// that it is about, to those who are to be notified of it. It is made when the change is told and stands before it, so
/// that no cut loses one of the two.
///
/// A list of chats is a topic of its own: `{"type":"subscribe","id":"a","topic":"chatList","filter":{..},"search":"..",
/// "sort":"..","after":".."}` with what `chats` takes (also `filterText` and `spaceId`), its page's cursor as `after`.
/// Its events are rows: `{"type":"chatList.entered","chatId":"..","sortKey":"..","chat":{..}}`, `chatList.updated` with
/// the same, and `chatList.left` with the `chatId` alone. Of a chat that changes faster than a client reads, only the
/// newest row comes. A list with a `spaceId` ends with `resync` and the reason `SPACE_CHANGED` when the space gets
/// another filter, search or sort, is deleted, or is taken from somebody it was shared with.
///
/// How many chats spaces hold is a topic, too: `{"type":"subscribe","id":"a","topic":"spaceCounts",
/// "spaceIds":[..]}`, with the viewer's pins when no ids are given. `spaceCounts.all` tells all counts first,
/// `spaceCounts.changed` those that changed; each has `counts` of `spaceId`, `total` and `unread`. The newest count is
/// the truth: nothing is replayed, and `after` is not looked at. It ends with `resync` as lists do, and when the viewer
/// arranges their spaces.
///
/// `typing` and `viewing` events (see [dev.sharedinbox.realtime.presence]) come between the others to subscriptions of
/// their chat, `viewing` also to those of `changes`. They have no cursor, are not replayed, and are the first to be
/// dropped for a slow client: each says until when it counts, and one with `on` false that it is over.
///
/// The rooms inside, each of which uses only those above it:
///
/// - `wire`: the bare connection below every websocket, and all of them together
/// - `row`: a chat as a row of lists, as it is and as it was
/// - `event`: a change as clients get it
/// - `tail`: reads each workspace's log, once per node
/// - `feed`: topics, followers and what they give; the log as a viewer sees it
/// - `list`: live chat lists
/// - `count`: live counts of spaces
/// - here: [Feed], the one door to all three
/// - `changes`: GraphQL subscriptions, the query `changes` and `GET /v1/changes`
/// - `presence`: who is typing and viewing
/// - `socket`: `/ws/v1`
/// - `graphql`: the websocket of GraphQL, with the same rules
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
