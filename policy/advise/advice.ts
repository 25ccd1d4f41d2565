import type { Checker } from "@/policy/check/checker";
import type { XmlElement } from "@/policy/xml/nodes";

/** One thing that is legal and unwise, looked for in a whole document. */
export type Advice = (checker: Checker, root: XmlElement) => void;
