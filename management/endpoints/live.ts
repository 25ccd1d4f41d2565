import { liveEvents } from "../publish/live-events";
import { defineEndpoint } from "./define";

/** What the portal's status line shows, as it changes. */
export const live = [
  defineEndpoint({
    method: "GET",
    path: "live",
    role: "reader",
    summary: "Server-sent events: the current revision and every gateway node, at once and whenever they change.",
    async handle({ context, signal }) {
      return {
        status: 200,
        headers: {
          "content-type": "text/event-stream; charset=utf-8",
          "cache-control": "no-store, no-transform",
          // A proxy in front must not gather events before passing them on.
          "x-accel-buffering": "no",
        },
        body: liveEvents(context.management, signal),
      };
    },
  }),
] as const;
