import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";

/** A setting that cannot work: the process ends, and its supervisor does not start it again. */
export class HopelessSetting extends Error {
  static readonly exitCode = 2;
}

export interface Place {
  host: string;
  port: number;
  /** The setting that chose the port; null: derived, and a free one will do when it is taken. */
  chosenBy: string | null;
}

/** Listens and returns the port. */
export async function bind(server: Server, { host, port, chosenBy }: Place): Promise<number> {
  try {
    await listen(server, host, port);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    if (chosenBy !== null) {
      const why = code === "EACCES" ? "needs more rights than this process has" : "is taken by another program";
      throw new HopelessSetting(`Port ${port} ${why}. Stop it, or choose another port with ${chosenBy}.`);
    }
    await listen(server, host, 0);
  }
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
