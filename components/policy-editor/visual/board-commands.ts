import type { ElementGrammar } from "@/policy/catalog/define";
import { definitionOf } from "@/policy/catalog/definitions";
import { childGrammar } from "@/policy/catalog/grammar-in";
import type { Section } from "@/policy/exchange";
import { type ElementPath, elementAround, elementAt, pathOf } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import type { EditorDocument } from "../model/editor-document";
import { type Board, withToggled } from "./board";
import {
  type Change,
  createSection,
  duplicate,
  insertAt,
  moveTo,
  removeAt,
  sourceOf,
  unwrap,
  wrapInChoose,
} from "./changes";
import { isSectionName, sectionNames } from "./draw";
import { type Direction, neighbourPlace, parentPath, placeForNew } from "./keyboard-moves";
import { newPart, type Referable } from "./new-element";
import type { Ground, Place, Refusal, Subject } from "./places";
import { readClipboard } from "./read-clipboard";

/** What the commands act on and speak through, as it is at the moment. */
export interface Live {
  document: EditorDocument;
  readOnly: boolean;
  known: Referable;
  ground(): Ground;
  select(path: ElementPath | null): void;
  /** Puts the keyboard on a card as soon as it is drawn. */
  focus(path: ElementPath): void;
  say: Say;
  openForm(): void;
  openCode(offset: number): void;
}

/** What is told to the person after a command. */
export interface Say {
  done(what: "moved" | "added" | "duplicated" | "pasted", name: string, where: Standpoint): void;
  simply(what: "wrapped" | "unwrapped" | "copied" | "cut", name: string): void;
  removed(name: string): void;
  created(section: Section): void;
  farthest(direction: Direction, name: string): void;
  refused(name: string, refusal: Refusal | null): void;
  notPasted(clipping: { problem: string; line?: number; name?: string }): void;
}

export interface Standpoint {
  /** Of the section, null in a fragment. */
  section: string | null;
  /** What it stands in, where that is no section. */
  container: string | null;
  position: number;
  count: number;
}

/** Everything that can be done with cards, by pointer, menu or keyboard. Each change is one step of the history. */
export class BoardCommands {
  live: Live | null = null;
  board: Board | null = null;

  choose(path: ElementPath | null, focus = false): void {
    this.live?.select(path);
    if (path !== null && focus) this.live?.focus(path);
  }

  fold(path: ElementPath, folded?: boolean): void {
    const signal = this.board?.folded;
    signal?.set(withToggled(signal.value, path, folded));
  }

  foldAll(paths: readonly ElementPath[]): void {
    this.board?.folded.set(new Set(paths));
  }

  step(path: ElementPath, direction: Direction): void {
    const { live } = this;
    if (live === null || live.readOnly) return;
    const ground = live.ground();
    const name = elementAt(ground.document, path)?.name;
    if (name === undefined || this.isRoot(path)) return;
    const place = neighbourPlace(ground, path, direction);
    if (place === null) live.say.farthest(direction, name);
    else this.moveTo(path, place);
  }

  moveTo(path: ElementPath, place: Place): void {
    const element = this.elementAt(path);
    if (element === null || this.live === null) return;
    this.make(moveTo(this.live.document.parsed, element, place), (at) =>
      this.live?.say.done("moved", element.name, at),
    );
  }

  /** Puts new XML at a place, or as near to what is chosen as it may stand. */
  put(xml: string, place: Place | null, what: "added" | "pasted" = "added"): void {
    const { live } = this;
    if (live === null || live.readOnly) return;
    const elements = elementsOf(parse(xml).document.nodes);
    const [first] = elements;
    if (first === undefined) return;
    const subject: Subject = { elements, moved: null };
    const found = place ?? this.placeNearChosen(subject);
    if (found === null) live.say.refused(first.name, this.whyNot(subject));
    else this.make(insertAt(live.document.parsed, found, xml), (at) => live.say.done(what, first.name, at));
  }

  /** In which lane and behind what new things go. */
  placeNearChosen(subject: Subject): Place | null {
    const ground = this.live?.ground();
    if (ground === undefined) return null;
    return placeForNew(ground, subject, this.board?.chosen.value ?? this.firstLane(ground));
  }

  /** Why it may not stand in the lane that is chosen. */
  whyNot(subject: Subject): Refusal | null {
    const ground = this.live?.ground();
    if (ground === undefined) return null;
    const chosen = this.board?.chosen.value ?? this.firstLane(ground);
    const lane = ground.containers.find(
      ({ path, isLane }) => isLane && (chosen === path || chosen.startsWith(`${path}/`)),
    );
    const container = lane ?? ground.containers[0];
    return container === undefined ? null : ground.refusal(container, subject);
  }

  private firstLane = ({ containers }: Ground): ElementPath => containers.find(({ isLane }) => isLane)?.path ?? "";

  remove(path: ElementPath, isSure = false): void {
    const { live, board } = this;
    const element = this.elementAt(path);
    const parent = this.elementAt(parentPath(path));
    if (live === null || board === null || element === null || parent === null || this.isRoot(path)) return;
    // What else goes with base is shown first.
    if (element.name === "base" && !isSure && board.inheritance.value.state !== "none") {
      board.leaving.set(path);
      return;
    }
    board.leaving.set(null);
    this.make(removeAt(live.document.parsed, element, parent), () => live.say.removed(element.name));
  }

  duplicate(path: ElementPath): void {
    const { live } = this;
    const element = this.elementAt(path);
    const parent = this.elementAt(parentPath(path));
    if (live === null || element === null || parent === null || this.isRoot(path)) return;
    const ground = live.ground();
    const home = ground.container(parentPath(path));
    const refusal = home === undefined ? null : ground.refusal(home, { elements: [element], moved: null });
    if (refusal !== null) live.say.refused(element.name, refusal);
    else {
      const change = duplicate(live.document.parsed, element, parent);
      this.make(change, (at) => live.say.done("duplicated", element.name, at));
    }
  }

  wrap(path: ElementPath): void {
    const { live } = this;
    const element = this.elementAt(path);
    const parent = this.elementAt(parentPath(path));
    if (live === null || element === null || parent === null || this.isRoot(path)) return;
    const change = wrapInChoose(live.document.parsed, element, parent);
    this.make(change, () => live.say.simply("wrapped", element.name));
  }

  unwrap(path: ElementPath): void {
    const { live } = this;
    const element = this.elementAt(path);
    if (live === null || element === null || elementsOf(element.children).length === 0) return;
    this.make(unwrap(live.document.parsed, element), () => live.say.simply("unwrapped", element.name));
  }

  addBranch(path: ElementPath, name: string): void {
    const { live } = this;
    const element = this.elementAt(path);
    if (live === null || element === null) return;
    const grammar = childGrammar(this.grammarAt(path), name);
    const container = live.ground().container(path);
    if (grammar === null || container === undefined) return;
    const xml = newPart(name, grammar, element.name, live.known);
    const subject: Subject = { elements: elementsOf(parse(xml).document.nodes), moved: null };
    const place = live.ground().placesIn(container, subject).at(-1);
    if (place === undefined) live.say.refused(name, live.ground().refusal(container, subject));
    else this.put(xml, place);
  }

  /** The XML of a card, for the clipboard; null where there is none. */
  copied(path: ElementPath, what: "copied" | "cut"): string | null {
    const element = this.elementAt(path);
    if (element === null || this.live === null || this.isRoot(path)) return null;
    this.live.say.simply(what, element.name);
    return sourceOf(this.live.document.parsed, element);
  }

  paste(text: string): void {
    const { live } = this;
    if (live === null || live.readOnly) return;
    const clipping = readClipboard(text);
    if ("problem" in clipping) live.say.notPasted(clipping);
    else this.put(clipping.xml, null, "pasted");
  }

  createSection(name: Section, inner = "<base />"): void {
    const { live } = this;
    if (live === null) return;
    const change = createSection(live.document.parsed, name, sectionNames, inner);
    this.make(change, () => live.say.created(name));
  }

  putBaseBack(lane: ElementPath): void {
    this.put("<base />", { container: lane, gap: 0, index: 0 });
  }

  settings(path: ElementPath): void {
    this.choose(path);
    this.live?.openForm();
  }

  showCode(path: ElementPath): void {
    const element = this.elementAt(path);
    if (element !== null) this.live?.openCode(element.span.start);
  }

  elementAt(path: ElementPath): XmlElement | null {
    return this.live === null ? null : elementAt(this.live.document.parsed, path);
  }

  /** Sections and the root stay where they are. */
  isRoot(path: ElementPath): boolean {
    return path === "" || (!path.includes("/") && isSectionName(path.replace(/\[\d+\]$/, "")) && this.hasSections());
  }

  private hasSections(): boolean {
    return this.elementAt("")?.name === "policies";
  }

  private grammarAt(path: ElementPath): ElementGrammar | null {
    const names = path.split("/").map((segment) => segment.replace(/\[\d+\]$/, ""));
    if (this.hasSections()) names.shift();
    let grammar: ElementGrammar | null = null;
    for (const name of names)
      grammar = name === "" ? (definitionOf(this.elementAt("")?.name ?? "") ?? null) : childGrammar(grammar, name);
    return grammar;
  }

  private make(change: Change | null, say: (where: Standpoint) => void): void {
    const { live } = this;
    if (live === null || change === null || live.readOnly) return;
    live.document.edit(change.edits, change.at);
    const { parsed } = live.document;
    const element = elementAround(parsed, change.at);
    const path = element === null ? null : pathOf(parsed, element);
    if (element !== null && path !== null) {
      live.select(path);
      live.focus(path);
      say(standpointOf(elementAt(parsed, parentPath(path)), path, element));
    }
  }
}

function standpointOf(parent: XmlElement | null, path: ElementPath, element: XmlElement): Standpoint {
  const siblings = elementsOf(parent?.children ?? []);
  const [first = ""] = path.split("/");
  const section = first.replace(/\[\d+\]$/, "");
  return {
    section: isSectionName(section) ? section : null,
    container: parent === null || isSectionName(parent.name) || parent.name === "fragment" ? null : parent.name,
    position: siblings.indexOf(element) + 1,
    count: siblings.length,
  };
}
