import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sealer } from "@/lib/seal";
import { openPublisher, type Publisher } from "@/management/publish/publisher";
import type { Store } from "@/management/store/store";
import { attachStream } from "@/portal/stream";

export const nodeToken = "the-node-token-of-tests";

export interface TestPortal {
  publisher: Publisher;
  url: string;
  port: number;
  server: Server;
  close(): Promise<void>;
}

/** What of a portal gateways meet: a publisher on a store, behind a real server. */
export async function openPortal(store: Store, port = 0, sealer?: Sealer): Promise<TestPortal> {
  const publisher = await openPublisher({ store, nodeToken, ...(sealer === undefined ? {} : { sealer }) });
  const server = createServer((_request, response) => response.writeHead(404).end());
  attachStream(server, publisher);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const bound = (server.address() as AddressInfo).port;
  return {
    publisher,
    server,
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: async () => {
      await publisher.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
