import type { Body } from "@/policy/exchange";
import type { Type } from "@/policy/expression/types/type";
import { allowForBody, charge } from "@/policy/expression/values/budget";
import { invalidOperation, notSupported } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import type { Headers } from "@/policy/headers";
import { parseToken } from "@/policy/kits/json/load-token";
import { isTokenOf, isTokenType } from "@/policy/kits/json/token-classes";
import { parseXml } from "@/policy/kits/xlinq/parse-xml";
import { decodeText } from "./decode-text";
import { formOf } from "./form-content";
import { inflate } from "./inflate";

const known = new WeakMap<Body, MessageBody>();

/** IMessageBody: what expressions see of a body, whose bytes are at hand by then. */
export class MessageBody extends NetObject {
  private readonly body: Body;
  private readonly headers: Headers;
  /** It has been read without preserving it, so that nothing is left of it. */
  isConsumed = false;
  private inflated: Uint8Array | null = null;

  private constructor(body: Body, headers: Headers) {
    super();
    this.body = body;
    this.headers = headers;
  }

  /** The same for the same body, so that what has been consumed stays so. */
  static of(body: Body, headers: Headers): MessageBody {
    let view = known.get(body);
    if (view === undefined) {
      view = new MessageBody(body, headers);
      known.set(body, view);
    }
    return view;
  }

  override get typeName(): string {
    return "IMessageBody";
  }

  /** As<T>: the boxed value; null where there is nothing to be read. */
  as(type: Type, preserve: boolean): unknown {
    const name = type.fullName;
    if (name === "System.Byte[]") {
      const bytes = this.take(preserve);
      charge(bytes.length);
      return bytes.slice();
    }
    if (name === "System.String") return this.text(preserve);
    const isJson = isTokenType(name) || name === "System.Object";
    if (!isJson && !xmlTypes.has(name)) throw notSupported(`Body cannot be read as '${name}'.`);
    const text = this.text(preserve);
    if (text.trim() === "") return null;
    return isJson ? parseJson(text, name) : xmlTypes.get(name)?.(text);
  }

  form(preserve: boolean): NetObject {
    return formOf(this.text(preserve));
  }

  private text(preserve: boolean): string {
    return decodeText(this.take(preserve), this.headers.get("content-type"));
  }

  private take(preserve: boolean): Uint8Array {
    if (this.isConsumed || this.body.kind === "none") return nothing;
    const content = this.body.content ?? null;
    if (content === null) throw invalidOperation("The body has not been received yet.");
    allowForBody(this, (this.inflated ?? content).length);
    this.inflated ??= inflate(content, this.headers.get("content-encoding"));
    if (!preserve) this.isConsumed = true;
    return this.inflated;
  }
}

const nothing = new Uint8Array(0);

const xmlTypes: ReadonlyMap<string, (text: string) => unknown> = new Map([
  ["System.Xml.Linq.XDocument", (text) => parseXml(text, false)],
  ["System.Xml.Linq.XElement", rootElement],
  ["System.Xml.Linq.XNode", rootElement],
  ["System.Xml.Linq.XContainer", rootElement],
]);

function rootElement(text: string): unknown {
  const { root } = parseXml(text, false);
  root?.remove();
  return root;
}

function parseJson(text: string, name: string): unknown {
  const short = name.slice(name.lastIndexOf(".") + 1);
  if (short === "JObject" || short === "JArray") return parseToken(text, short);
  const token = parseToken(text);
  if (name === "System.Object" || isTokenOf(token, name)) return token;
  throw notSupported(`Body cannot be read as '${name}'.`);
}
