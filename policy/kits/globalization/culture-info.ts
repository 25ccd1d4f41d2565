import { argumentNull, NetException } from "@/policy/expression/values/net-exception";
import { NetObject } from "@/policy/expression/values/net-object";
import { hashText } from "@/policy/kits/object/hash";

/** System.Globalization.CultureInfo: a name and nothing else. */
export class CultureInfo extends NetObject {
  readonly name: string;

  static readonly invariant = new CultureInfo("");

  constructor(name: string) {
    super();
    this.name = name;
  }

  static named(name: string | null): CultureInfo {
    if (name === null) throw argumentNull("name");
    if (!/^([A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*)?$/.test(name.slice(0, 90)))
      throw new NetException(
        "System.Globalization.CultureNotFoundException",
        `Culture is not supported. (Parameter 'name')\n${name} is an invalid culture identifier.`,
      );
    return new CultureInfo(name);
  }

  override get typeName(): string {
    return "System.Globalization.CultureInfo";
  }

  override toText(): string {
    return this.name;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof CultureInfo && other.name.toLowerCase() === this.name.toLowerCase();
  }

  override hash(): number {
    return hashText(this.name.toLowerCase());
  }
}
