import type { Section } from "@/policy/exchange";
import type { ElementPath } from "@/policy/xml/element-path";

/** One difference in what two policy documents say. */
export interface PolicyChange {
  kind: "added" | "removed" | "moved" | "changed";
  /** The element's name. */
  name: string;
  /** What tells it from its likes, such as the header's name; null where nothing does. */
  identity: string | null;
  /** Where it stands now, or stood when it is gone; null outside of sections, as in a fragment. */
  section: Section | null;
  /** Its path in each document; null where it is not in that one. */
  before: ElementPath | null;
  after: ElementPath | null;
  /** The elements around it below the root, outermost first: now, or before when it is gone. */
  place: readonly PlaceStep[];
  /** The same for where something moved came from. */
  from: readonly PlaceStep[] | null;
  /** Of "changed": null stands for an attribute that is not there. */
  attributes: readonly { name: string; before: string | null; after: string | null }[];
  text: { before: string; after: string } | null;
}

export interface PlaceStep {
  name: string;
  /** Which of several siblings of that name it is, from 1; null where it is the only one. */
  ordinal: number | null;
}
