import { BytesBody, emptyBody, textBody } from "@/policy/body";
import type { Body } from "@/policy/exchange";
import type { Message } from "@/policy/message";
import { setCharset } from "./media-type";

/** Makes a text the body: what was said about the old one's form is not true of it. */
export const putText = (message: Message, text: string): void => putBody(message, textBody(text), true);

export const putBytes = (message: Message, bytes: Uint8Array): void =>
  putBody(message, bytes.byteLength === 0 ? emptyBody : new BytesBody(bytes), false);

export function putBody(message: Message, body: Body, isText: boolean): void {
  message.body = body;
  message.headers.remove("content-encoding");
  message.headers.remove("content-length");
  if (isText) setCharset(message.headers, "utf-8");
}
