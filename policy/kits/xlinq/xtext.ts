import { argumentNull } from "@/policy/expression/values/net-exception";
import { guardDepth } from "@/policy/kits/json/too-deep";
import { NodeType } from "./node-type";
import { XNode } from "./xnode";

export class XText extends XNode {
  value: string;

  constructor(value: string | null) {
    super();
    if (value === null) throw argumentNull("value");
    this.value = value;
  }

  override get typeName(): string {
    return "System.Xml.Linq.XText";
  }

  get nodeType(): number {
    return NodeType.Text;
  }

  clone(depth: number): XNode {
    guardDepth(depth);
    return new XText(this.value);
  }
}

export class XCData extends XText {
  override get typeName(): string {
    return "System.Xml.Linq.XCData";
  }

  override get nodeType(): number {
    return NodeType.CDATA;
  }

  override clone(depth: number): XNode {
    guardDepth(depth);
    return new XCData(this.value);
  }
}
