import { NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { newLine } from "@/policy/kits/json/new-line";
import type { StringBuilder } from "./string-builder";

/** System.IO.StringWriter */
export class StringWriter extends NetObject {
  readonly builder: StringBuilder;
  newLine = newLine;
  private closed = false;

  constructor(builder: StringBuilder) {
    super();
    this.builder = builder;
  }

  override get typeName(): string {
    return "System.IO.StringWriter";
  }

  override toText(): string {
    return this.builder.text;
  }

  write(piece: string): void {
    if (this.closed) throw new NetException("System.ObjectDisposedException", "Cannot write to a closed TextWriter.");
    this.builder.append(piece);
  }

  close(): void {
    this.closed = true;
  }
}
