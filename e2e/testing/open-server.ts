import http from "node:http";
import type { AddressInfo } from "node:net";

/** A server of a story's own, on a free port. */
export interface OpenServer {
  url: string;
  close(): Promise<void>;
}

export async function openServer(answer: http.RequestListener): Promise<OpenServer> {
  const server = http.createServer(answer);
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
