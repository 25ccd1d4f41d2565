import type { Context } from "../context";

/** What each part of the door needs to know of a request. */
export interface Asked {
  request: Request;
  context: Context;
  url: URL;
  query: URLSearchParams;
  origin: string;
}
