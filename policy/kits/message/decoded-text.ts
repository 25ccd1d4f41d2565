import type { Message } from "@/policy/message";
import { decodeText } from "./decode-text";
import { decodedBytes } from "./decoded-bytes";

/** A body's text without its Content-Encoding, in the charset it says. Throws a NotInflatable. */
export const decodedText = async (message: Message): Promise<string> =>
  decodeText(await decodedBytes(message), message.headers.get("content-type"));
