import { type OpenServer, openServer } from "./open-server";

/** A server that tells its own name and what it was asked: somewhere for traffic to go. */
export const openPlace = (place: string): Promise<OpenServer> =>
  openServer(({ method, url }, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ place, method, url }));
  });
