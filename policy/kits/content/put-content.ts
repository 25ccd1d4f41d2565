import { BytesBody, emptyBody, textBody } from "@/policy/body";
import type { Message } from "@/policy/message";
import { setCharset } from "./media-type";

/** Makes a text the body: what was said about the old one's form is not true of it. */
export function putText(message: Message, text: string): void {
  message.body = textBody(text);
  forgetForm(message);
  setCharset(message.headers, "utf-8");
}

export function putBytes(message: Message, bytes: Uint8Array): void {
  message.body = bytes.byteLength === 0 ? emptyBody : new BytesBody(bytes);
  forgetForm(message);
}

function forgetForm({ headers }: Message): void {
  headers.remove("content-encoding");
  headers.remove("content-length");
}
