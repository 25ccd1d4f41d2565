import type { Body, ResponseMessage } from "@/policy/exchange";
import { NetObject } from "@/policy/expression/values/net-object";
import type { Headers } from "@/policy/headers";

/** The gateway's own response as an IResponse that a variable may hold. */
export class ResponseView extends NetObject implements ResponseMessage {
  private readonly message: ResponseMessage;

  constructor(message: ResponseMessage) {
    super();
    this.message = message;
  }

  override get typeName(): string {
    return "IResponse";
  }

  override equalTo(other: unknown): boolean {
    return other instanceof ResponseView && other.message === this.message;
  }

  get status(): number {
    return this.message.status;
  }

  get reason(): string {
    return this.message.reason;
  }

  get headers(): Headers {
    return this.message.headers;
  }

  get body(): Body {
    return this.message.body;
  }
}
