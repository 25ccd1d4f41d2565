import { Headers } from "@/policy/headers";

/**
 * The headers of a request. They remember whether a policy named the host: what a client wrote there is not for the
 * backend, what a policy wrote is.
 */
export class ReceivedHeaders extends Headers {
  hostSet = false;
  forwardedHostSet = false;
  forwardedProtoSet = false;

  override set(name: string, values: string | readonly string[]): void {
    this.#note(name);
    super.set(name, values);
  }

  override append(name: string, value: string): void {
    this.#note(name);
    super.append(name, value);
  }

  #note(name: string): void {
    if (name.length === 4 && name.toLowerCase() === "host") this.hostSet = true;
    else if (name.length === 16 && name.toLowerCase() === "x-forwarded-host") this.forwardedHostSet = true;
    else if (name.length === 17 && name.toLowerCase() === "x-forwarded-proto") this.forwardedProtoSet = true;
  }
}
