import http from "node:http";
import type { AddressInfo } from "node:net";

/** A server that tells its own name and what it was asked: somewhere for traffic to go. */
export interface Place {
  url: string;
  close(): Promise<void>;
}

export async function openPlace(name: string): Promise<Place> {
  const server = http.createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ place: name, method: request.method, url: request.url }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
