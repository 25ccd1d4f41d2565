import type { Body, ResponseMessage } from "@/policy/exchange";
import { NetObject } from "@/policy/expression/values/net-object";
import type { Headers } from "@/policy/headers";

/** IResponse of what is all there: an answer that send-request keeps in a variable. */
export class BufferedResponse extends NetObject implements ResponseMessage {
  status: number;
  reason: string;
  readonly headers: Headers;
  body: Body;

  constructor(status: number, reason: string, headers: Headers, body: Body) {
    super();
    this.status = status;
    this.reason = reason;
    this.headers = headers;
    this.body = body;
  }

  override get typeName(): string {
    return "IResponse";
  }
}
