import { IncomingMessage } from "node:http";

/** The fields that decide how a request is framed and where it goes, found in one pass over its lines. */
export interface Framing {
  host: string | undefined;
  hosts: number;
  expect: string | undefined;
  te: string | undefined;
  transferEncoding: string | undefined;
  transferEncodings: number;
  contentLength: string | undefined;
  contentLengths: number;
  upgrade: string | undefined;
}

const framing = Symbol("framing");
const rawUpgrade = Symbol("upgrade");

/**
 * Node's message with two changes. Node reads `headers` of every request to see "expect" and "host", which would build
 * an object of all of them: here it finds the framing fields instead. And only a WebSocket handshake is an upgrade: any
 * other wish to upgrade (h2c, which some clients always utter) is served as the plain request that it also is.
 */
export class StrictMessage extends IncomingMessage {
  declare [framing]: Framing | undefined;
  declare [rawUpgrade]: boolean;

  get framing(): Framing {
    this[framing] ??= readFraming(this.rawHeaders);
    return this[framing];
  }
}

Object.defineProperties(StrictMessage.prototype, {
  headers: {
    get(this: StrictMessage) {
      return this.framing;
    },
  },
  upgrade: {
    get(this: StrictMessage) {
      if (!this[rawUpgrade]) return false;
      return this.method === "CONNECT" || this.framing.upgrade?.toLowerCase() === "websocket";
    },
    set(this: StrictMessage, value: boolean) {
      this[rawUpgrade] = value;
    },
  },
});

function readFraming(lines: string[]): Framing {
  const found: Framing = {
    host: undefined,
    hosts: 0,
    expect: undefined,
    te: undefined,
    transferEncoding: undefined,
    transferEncodings: 0,
    contentLength: undefined,
    contentLengths: 0,
    upgrade: undefined,
  };
  for (let index = 0; index < lines.length; index += 2) {
    const name = lines[index] as string;
    switch (name.length) {
      case 2:
        if (is(name, "te")) found.te = lines[index + 1];
        break;
      case 4:
        if (is(name, "host")) {
          found.hosts++;
          found.host = lines[index + 1];
        }
        break;
      case 6:
        if (is(name, "expect")) found.expect = lines[index + 1];
        break;
      case 7:
        if (is(name, "upgrade")) found.upgrade = lines[index + 1];
        break;
      case 14:
        if (is(name, "content-length")) {
          found.contentLengths++;
          found.contentLength = lines[index + 1];
        }
        break;
      case 17:
        if (is(name, "transfer-encoding")) {
          found.transferEncodings++;
          found.transferEncoding = lines[index + 1];
        }
        break;
    }
  }
  return found;
}

function is(name: string, lower: string): boolean {
  return name === lower || name.toLowerCase() === lower;
}
