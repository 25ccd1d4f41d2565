/** A request as it is handed over in another language. Keys that only the server knows stand in it by a name. */
export interface RequestForCode {
  method: string;
  url: string;
  headers: readonly { name: string; value: string }[];
  /** The header that takes the subscription's key; null where none is sent. */
  keyHeader: string | null;
  body: string | null;
  /** Of a body that is bytes: "base64". */
  bodyEncoding?: "text" | "base64";
}

/** Where programs find the key. */
export const keyVariable = "SUBSCRIPTION_KEY";

export const bodyOf = ({ body }: RequestForCode): string | null =>
  body === null || body === "" ? null : body.toWellFormed();

/** Names that stand twice are one with both values, as HTTP has it. */
export function joinedHeaders(headers: RequestForCode["headers"]): { name: string; value: string }[] {
  const joined: { name: string; value: string }[] = [];
  for (const { name, value } of headers) {
    const there = joined.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (there === undefined) joined.push({ name, value });
    else there.value += `${there.name.toLowerCase() === "cookie" ? "; " : ", "}${value}`;
  }
  return joined;
}
