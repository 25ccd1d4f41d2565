import type { Writing } from "../behaviour";

const sockets = ["ws", "wss"];

/** Type, protocols and the backend's address belong together. */
export function settleTransport(writing: Writing): void {
  const { apiType, ...properties } = writing.properties;
  const type = apiType ?? properties.type ?? "http";
  const allowed = type === "websocket" ? sockets : ["http", "https"];
  const protocols = (properties.protocols as string[] | undefined) ?? [type === "websocket" ? "wss" : "https"];
  const wrong = protocols.filter((protocol) => !allowed.includes(protocol));
  if (wrong.length > 0) {
    writing.refuse("protocols", `An API of the type ${type} takes ${allowed.join(" and ")}, not ${wrong.join(", ")}.`);
  }
  const url = typeof properties.serviceUrl === "string" ? properties.serviceUrl : "";
  if (url !== "" && sockets.includes(url.slice(0, url.indexOf(":")).toLowerCase()) !== (type === "websocket")) {
    writing.refuse(
      "serviceUrl",
      `An API of the type ${type} needs a URL that starts with ${allowed.map((scheme) => `${scheme}://`).join(" or ")}.`,
    );
  }
  writing.properties = { ...properties, type, protocols: [...new Set(protocols)] };
}
