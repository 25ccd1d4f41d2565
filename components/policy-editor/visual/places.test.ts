import { expect, test } from "vitest";
import { check } from "@/policy/check";
import { isError } from "@/policy/diagnostics";
import { kindOf } from "@/policy/document-kind";
import type { Standing } from "@/policy/knowledge";
import { corpus } from "@/policy/testing/corpus";
import { elementAt } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { applyEdits } from "@/policy/xml/text-edit";
import { EditorDocument } from "../model/editor-document";
import { type Change, duplicate, insertAt, moveTo, removeAt, wrapInChoose } from "./changes";
import { draw } from "./draw";
import { parentPath, subjectAt } from "./keyboard-moves";
import { newElement } from "./new-element";
import { Ground, type Place } from "./places";

const operation: Standing = { kind: "policies", scope: "operation" };
const ground = (text: string, standing = operation) => new Ground(parse(text).document, standing);
const fresh = (xml: string) => ({ elements: elementsOf(parse(xml).document.nodes), moved: null });
const shown = (places: readonly Place[]) => places.map(({ container, gap }) => `${container}#${gap}`);

const small = `<policies>
    <inbound>
        <base />
        <choose>
            <when condition="@(true)">
                <cors><allowed-origins><origin>*</origin></allowed-origins></cors>
            </when>
            <otherwise />
        </choose>
    </inbound>
    <backend><base /></backend>
    <outbound><base /></outbound>
    <on-error />
</policies>`;

test("a policy may stand only where its sections, its scope and its number allow", () => {
  const places = (xml: string, standing?: Standing) => shown(ground(small, standing).placesFor(fresh(xml)));
  expect(places("<cache-store duration='1' />")).toEqual(["outbound[1]#0", "outbound[1]#1"]);
  expect(places("<quota />")).toEqual([]);
  // cors is there already, but in a branch that does not run when this one does.
  expect(places(newElement("cors"))).toEqual(["inbound[1]/choose[1]/otherwise[1]#0"]);
  expect(places("<when condition='@(true)' />")).toEqual(["inbound[1]/choose[1]#0", "inbound[1]/choose[1]#1"]);
  expect(places("<base />")).toEqual(["on-error[1]#0"]);
  expect(places("<nothing-known />")).toEqual([]);
  expect(places("<forward-request />")).toEqual([]);
  expect(ground(small).refusal(ground(small).containers[4] as never, fresh("<forward-request />"))?.why).toBe(
    "backend-full",
  );
  const fragment = ground("<fragment><set-method>GET</set-method></fragment>", { kind: "fragment", scope: "any" });
  expect(shown(fragment.placesFor(fresh("<include-fragment fragment-id='a' />")))).toEqual([]);
  expect(shown(fragment.placesFor(fresh("<cache-store />")))).toEqual(["#0", "#1"]);
});

test("a part of a call goes where the sequence has it", () => {
  const call = ground(
    "<policies><inbound><send-request><set-url>a</set-url><set-method>GET</set-method><set-body>b</set-body></send-request></inbound></policies>",
  );
  expect(
    call.placesFor(fresh("<set-header name='a' />")).filter(({ container }) => container.includes("send")),
  ).toEqual([{ container: "inbound[1]/send-request[1]", gap: 1, index: 2 }]);
  expect(shown(call.placesFor(fresh("<set-body />")))).toEqual(["inbound[1]#0", "inbound[1]#1"]);
});

test("nothing goes into itself, and what moves does not forbid its own place", () => {
  const at = ground(small);
  const choose = subjectAt(at, "inbound[1]/choose[1]");
  const cors = subjectAt(at, "inbound[1]/choose[1]/when[1]/cors[1]");
  if (choose === null || cors === null) throw new Error("They are there.");
  expect(shown(at.placesFor(choose))).toEqual(["inbound[1]#0"]);
  expect(shown(at.placesFor(cors))).toEqual([
    "inbound[1]#0",
    "inbound[1]#1",
    "inbound[1]#2",
    "inbound[1]/choose[1]/otherwise[1]#0",
  ]);
});

test("what a fragment brings counts like what is written", () => {
  const text = "<fragment><cors /></fragment>";
  const at = new Ground(parse(small).document, operation, () => text);
  const include = fresh("<include-fragment fragment-id='a' />");
  expect(shown(at.placesFor(include))).toEqual(["inbound[1]/choose[1]/otherwise[1]#0"]);
});

/** What is wrong with where things stand; it is this that an allowed place must never add to. */
const structural =
  /^(child-|section-|text-forbidden|policy-(wrong|once)|fragment-(wrong|once|in)|backend-one|base-(repeated|misplaced|in)|xml-|root-)/;
const any = "any" as const;
const known = { namedValues: any, backends: any, fragments: any, certificates: any, loggers: any };
const wrong = (text: string, standing: Standing): string[] =>
  check(text, { ...standing, known })
    .filter(isError)
    .filter(({ code }) => structural.test(code) && code !== "child-missing")
    .map(({ code }) => code);

/** What there is more of than before. */
function added(before: readonly string[], after: readonly string[]): string[] {
  const left = [...before];
  return after.filter((code) => {
    const at = left.indexOf(code);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** The same numbers on every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const documents = corpus().filter(({ text }) => ["policies", "fragment"].includes(kindOf(text)));
const fragments: XmlElement[] = [
  "rate-limit-by-key",
  "set-header",
  "choose",
  "cache-store",
  "return-response",
  "cors",
].flatMap((name) => elementsOf(parse(newElement(name)).document.nodes));

test.skipIf(documents.length === 0)(
  "any allowed change of a published document changes nothing else, breaks nothing, and is undone to the letter",
  () => {
    const roll = dice(7);
    let made = 0;
    for (const { file, text: source } of documents) {
      const standing: Standing = { kind: kindOf(source), scope: "any" };
      const opened = new EditorDocument(source);
      const { text } = opened;
      const before = wrong(text, standing);
      const drawing = draw(opened.parsed, standing, null);
      const at = new Ground(opened.parsed, standing);
      const paths = [...drawing.cards.keys()].filter((path) => path !== "");
      const changes: [string, Change | null, boolean][] = [];
      for (let round = 0; round < 4 && paths.length > 0; round++) {
        const path = paths[roll(paths.length)] ?? "";
        const subject = subjectAt(at, path);
        const element = elementAt(opened.parsed, path);
        const parent = elementAt(opened.parsed, parentPath(path));
        if (subject === null || element === null || parent === null) throw new Error(`${file} has no ${path}`);
        const places = at.placesFor(subject);
        const place = places[roll(places.length)];
        if (place !== undefined)
          changes.push([`move ${path} to ${shown([place])}`, moveTo(opened.parsed, element, place), true]);
        changes.push([`remove ${path}`, removeAt(opened.parsed, element, parent), true]);
        if (at.refusal(at.container(parentPath(path)) as never, { elements: [element], moved: null }) === null)
          changes.push([`duplicate ${path}`, duplicate(opened.parsed, element, parent), true]);
        changes.push([`wrap ${path}`, wrapInChoose(opened.parsed, element, parent), false]);
        const extra = fragments[roll(fragments.length)];
        if (extra === undefined) continue;
        const free = at.placesFor({ elements: [extra], moved: null });
        const where = free[roll(free.length)];
        if (where !== undefined)
          changes.push([
            `add ${extra.name} at ${shown([where])}`,
            insertAt(opened.parsed, where, newElement(extra.name)),
            true,
          ]);
      }
      for (const [what, change, isChecked] of changes) {
        if (change === null) throw new Error(`${file}: ${what} is no change`);
        const after = applyEdits(text, change.edits);
        const about = `${file}: ${what}`;
        expect(parse(after).diagnostics, about).toEqual([]);
        expect(unchanged(text, after, change), about).toBe(true);
        if (isChecked) expect(added(before, wrong(after, standing)), about).toEqual([]);
        opened.edit(change.edits, change.at);
        expect(opened.text, about).toBe(after);
        opened.undo();
        expect(opened.source, about).toBe(source);
        made++;
      }
    }
    expect(made).toBeGreaterThan(1_500);
  },
);

/** All that the edits do not name is there, in its order, as it was. */
function unchanged(before: string, after: string, { edits }: Change): boolean {
  let from = 0;
  let at = 0;
  for (const { start, end, text } of [...edits].sort((a, b) => a.start - b.start)) {
    const kept = before.slice(from, start);
    if (after.slice(at, at + kept.length + text.length) !== kept + text) return false;
    at += kept.length + text.length;
    from = end;
  }
  return after.slice(at) === before.slice(from);
}
