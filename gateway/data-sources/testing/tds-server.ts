import { createServer, type Server, type Socket } from "node:net";
import { readCall, type TdsCall } from "./tds-request";
import { collationTold, done, errorToken, loginAck, resultTokens, type TdsResult, tokenTaken } from "./tds-tokens";

export interface TdsLogin {
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly application: string;
  /** Of Microsoft Entra; "" without one. */
  readonly token: string;
}

/** Results, an error, no answer at all, or an end of the connection. */
export type TdsAnswer = readonly TdsResult[] | { readonly error: string } | "silence" | "end";

export interface TdsServer {
  readonly port: number;
  readonly logins: TdsLogin[];
  readonly calls: TdsCall[];
  /** How often a connection was told to forget what it was used for. */
  resets: number;
  readonly open: number;
  close(): Promise<void>;
}

const packet = { batch: 0x01, call: 0x03, answer: 0x04, attention: 0x06, login: 0x10, preLogin: 0x12 };

/** A SQL server without TLS, which gives the answers that a test says. */
export async function startTdsServer(answer: (call: TdsCall) => TdsAnswer): Promise<TdsServer> {
  const sockets = new Set<Socket>();
  const seen = { logins: [] as TdsLogin[], calls: [] as TdsCall[], resets: 0 };
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => socket.destroy());
    let waiting = Buffer.alloc(0);
    let message: Buffer[] = [];
    socket.on("data", (data) => {
      waiting = Buffer.concat([waiting, data]);
      while (waiting.byteLength >= 8 && waiting.byteLength >= waiting.readUInt16BE(2)) {
        const length = waiting.readUInt16BE(2);
        const [type = 0, status = 0] = waiting;
        message.push(waiting.subarray(8, length));
        waiting = waiting.subarray(length);
        if ((status & 0x08) !== 0) seen.resets++;
        if ((status & 0x01) === 0) continue;
        const body = Buffer.concat(message);
        message = [];
        receive(socket, type, body);
      }
    });
  });

  function receive(socket: Socket, type: number, body: Buffer): void {
    if (type === packet.preLogin) return void send(socket, preLogin());
    if (type === packet.login) {
      const login = readLogin(body);
      seen.logins.push(login);
      if (login.password === "wrong")
        return void send(socket, errorToken(18456, "Login failed for user 'sa'."), done("done", 2));
      return void send(
        socket,
        loginAck(),
        collationTold(),
        login.token === "" ? Buffer.alloc(0) : tokenTaken(),
        done("done", 0),
      );
    }
    if (type === packet.attention) return void send(socket, done("done", 0x20));
    if (type !== packet.call) return void send(socket, done("done", 0));
    const call = readCall(body);
    seen.calls.push(call);
    const answered = answer(call);
    if (answered === "end") return void socket.destroy();
    if (answered === "silence") return;
    if ("error" in answered) return void send(socket, errorToken(50_000, answered.error), done("doneProc", 2));
    const told = answered.map((each) =>
      Buffer.concat([resultTokens(each), done("doneInProc", 0x11, each.rows.length)]),
    );
    send(socket, ...told, done("doneProc", 0));
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return Object.assign(seen, {
    port,
    get open() {
      return sockets.size;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

/** In packets as large as the client's. */
function send(socket: Socket, ...tokens: Buffer[]): void {
  const body = Buffer.concat(tokens);
  const most = 4088;
  for (let at = 0, number = 1; at === 0 || at < body.byteLength; at += most, number++) {
    const part = body.subarray(at, at + most);
    const isLast = at + most >= body.byteLength;
    const head = Buffer.from([packet.answer, isLast ? 1 : 0, 0, 0, 0, 0, number & 255, 0]);
    head.writeUInt16BE(part.byteLength + 8, 2);
    socket.write(Buffer.concat([head, part]));
  }
}

/** A version, and that there is no encryption. */
function preLogin(): Buffer {
  const options = [
    { token: 0, data: Buffer.from([16, 0, 0, 0, 0, 0]) },
    { token: 1, data: Buffer.from([2]) },
  ];
  let at = options.length * 5 + 1;
  const heads = options.map(({ token, data }) => {
    const head = Buffer.from([token, at >> 8, at & 255, 0, data.byteLength]);
    at += data.byteLength;
    return head;
  });
  return Buffer.concat([...heads, Buffer.from([0xff]), ...options.map(({ data }) => data)]);
}

/** [MS-TDS] 2.2.6.4 */
function readLogin(body: Buffer): TdsLogin {
  const text = (at: number, isHidden = false): string => {
    const bytes = Buffer.from(
      body.subarray(body.readUInt16LE(at), body.readUInt16LE(at) + body.readUInt16LE(at + 2) * 2),
    );
    if (isHidden) for (const [index, byte] of bytes.entries()) bytes[index] = swapped(byte ^ 0xa5);
    return bytes.toString("utf16le");
  };
  const hasExtension = ((body[27] ?? 0) & 0x10) !== 0;
  return {
    user: text(40),
    password: text(44, true),
    application: text(48),
    database: text(68),
    token: hasExtension ? tokenIn(body.subarray(body.readUInt32LE(body.readUInt16LE(56)))) : "",
  };
}

const swapped = (byte: number): number => ((byte & 15) << 4) | (byte >> 4);

/** Behind the feature's number and length come an option and the token with its own length. */
function tokenIn(features: Buffer): string {
  for (let at = 0; at + 5 < features.byteLength && features[at] !== 0xff; at += 5 + features.readUInt32LE(at + 1)) {
    if (features[at] !== 0x02) continue;
    return features.subarray(at + 10, at + 10 + features.readUInt32LE(at + 6)).toString("utf16le");
  }
  return "";
}
