import type { Socket } from "node:net";

const lingerMs = 2_000;

/**
 * Changes how Node closes this connection after its last response. Closing with unread data makes the system send a
 * reset, which can overtake the answer: so only our half is closed, and the rest read and forgotten for a moment.
 */
export function lingeringClose(socket: Socket): void {
  socket.destroySoon = () => {
    socket.end();
    const cut = setTimeout(() => socket.destroy(), lingerMs);
    socket.once("close", () => clearTimeout(cut));
    socket.resume();
  };
}
