import { once } from "node:events";
import type { AddressInfo, Server } from "node:net";

/** Ends a process whose settings cannot work; its supervisor does not start it again. */
export const hopelessExitCode = 2;

/**
 * Listens and returns the port. A port that a person chose and that is taken ends the process with a sentence; one that
 * we derived gives way to a free one.
 */
export async function listen(server: Server, at: { port: number; host: string; chosen: boolean }): Promise<number> {
  try {
    await bind(server, at.port, at.host);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EADDRINUSE" && code !== "EACCES") throw error;
    if (at.chosen) {
      const why = code === "EACCES" ? "needs more rights than this process has" : "is taken by another program";
      console.error(`Port ${at.port} ${why}. Stop it, or choose another port with GATEHOUSE_PORTAL_PORT.`);
      process.exit(hopelessExitCode);
    }
    await bind(server, 0, at.host);
  }
  return (server.address() as AddressInfo).port;
}

async function bind(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
