import { once } from "node:events";
import net, { type Socket } from "node:net";

export interface RawAnswer {
  /** Everything that came. */
  text: string;
  status: number;
  body: string;
  /** The gateway ended the connection. */
  ended: boolean;
}

/** Sends bytes and collects what comes back until the gateway ends, or is silent for a while. */
export async function sendRaw(port: number, bytes: string | Buffer, silenceMs = 150): Promise<RawAnswer> {
  const socket = await connect(port);
  let text = "";
  let ended = false;
  const over = new Promise<void>((resolve) => {
    let quiet = setTimeout(resolve, silenceMs * 6);
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      clearTimeout(quiet);
      quiet = setTimeout(resolve, silenceMs);
    });
    const end = () => {
      ended = true;
      clearTimeout(quiet);
      resolve();
    };
    socket.on("end", end);
    socket.on("close", end);
  });
  socket.write(typeof bytes === "string" ? Buffer.from(bytes, "latin1") : bytes);
  await over;
  socket.destroy();
  return { ...split(text), ended };
}

export async function connect(port: number): Promise<Socket> {
  const socket = net.connect(port, "127.0.0.1");
  socket.on("error", () => socket.destroy());
  await once(socket, "connect");
  return socket;
}

function split(text: string): Omit<RawAnswer, "ended"> {
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  const at = text.indexOf("\r\n\r\n");
  return { text, status, body: at < 0 ? "" : text.slice(at + 4) };
}
