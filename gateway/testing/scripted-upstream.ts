import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import net, { type AddressInfo, type Socket } from "node:net";

export interface Upstream {
  readonly port: number;
  readonly url: string;
  /** Connections accepted so far. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** A backend that is an ordinary HTTP server. */
export async function startUpstream(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Upstream & { server: Server }> {
  const server = createServer(answer);
  // A test decides when connections end.
  server.keepAliveTimeout = 60_000;
  return { ...(await started(server)), server };
}

/** A backend that says exactly these bytes: for everything an ordinary server would not say. */
export async function startRawUpstream(
  onConnection: (socket: Socket) => void,
): Promise<Upstream & { server: net.Server }> {
  const server = net.createServer((socket) => {
    socket.on("error", () => socket.destroy());
    onConnection(socket);
  });
  return { ...(await started(server)), server };
}

/** Answers every request, once its head is in, with these bytes and keeps the connection unless told otherwise. */
export function startScriptedUpstream(bytes: string, then: "keep" | "end" | "destroy" = "keep"): Promise<Upstream> {
  return startRawUpstream((socket) => {
    let seen = "";
    socket.on("data", (chunk) => {
      seen += chunk.toString("latin1");
      if (!seen.includes("\r\n\r\n")) return;
      seen = "";
      socket.write(bytes, "latin1", () => {
        if (then === "end") socket.end();
        if (then === "destroy") socket.destroy();
      });
    });
  });
}

/** An upstream that tells what it got: method, URL, header lines and body, as JSON. */
export function startEchoingUpstream(): ReturnType<typeof startUpstream> {
  return startUpstream((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { method, url, rawHeaders: lines } = request;
      response.setHeader("Content-Type", "application/json");
      response.end(JSON.stringify({ method, url, lines, body: Buffer.concat(chunks).toString("latin1") }));
    });
  });
}

export interface Echoed {
  method: string;
  url: string;
  lines: string[];
  body: string;
}

export function linesNamed({ lines }: { lines: string[] }, name: string): string[] {
  return lines.filter((_, index) => index % 2 === 1 && lines[index - 1]?.toLowerCase() === name.toLowerCase());
}

async function started(server: net.Server | Server): Promise<Upstream> {
  const sockets = new Set<Socket>();
  let accepted = 0;
  server.on("connection", (socket: Socket) => {
    accepted++;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    connections: () => accepted,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
