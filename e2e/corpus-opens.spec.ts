import type { Page } from "@playwright/test";
import { pfxFiles } from "@/lib/pfx/testing/pfx-files";
import { kindOf } from "@/policy/document-kind";
import { policyReferences } from "@/policy/references";
import { type CorpusDocument, corpus, noCorpus } from "@/policy/testing/corpus";
import { childPath } from "@/policy/xml/element-path";
import { elementsOf, type XmlElement } from "@/policy/xml/nodes";
import { parse } from "@/policy/xml/parse";
import { echo } from "./testing/echo";
import type { Management } from "./testing/management";
import { expect, test } from "./testing/story";

const all = corpus();
const wellFormed = all.filter(({ text }) => parse(text).diagnostics.length === 0);
const documents = wellFormed.map((document) => ({ ...document, kind: kindOf(document.text) }));
const drawable = documents.filter(({ kind }) => kind === "policies" || kind === "fragment");

test.skip(all.length === 0, `Published policies are not at hand${noCorpus(all)}`);

/** What holds policies, and what else stands in it. */
const holders: Readonly<Record<string, readonly string[]>> = {
  choose: [],
  when: [],
  otherwise: [],
  retry: [],
  wait: [],
  "limit-concurrency": [],
  "return-response": [],
  "send-request": ["set-url"],
  "send-one-way-request": ["set-url"],
};

/** The paths of what is a card: all that stands in a section, and in whatever holds policies. */
function cardsOf({ text }: CorpusDocument): string[] {
  const [root] = elementsOf(parse(text).document.nodes);
  const found: string[] = [];
  const each = (parent: XmlElement, path: string, visit: (child: XmlElement, path: string) => void) => {
    const counts = new Map<string, number>();
    for (const child of elementsOf(parent.children)) {
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      visit(child, childPath(path, child.name, count));
    }
  };
  const card = (element: XmlElement, path: string): void => {
    found.push(path);
    const others = holders[element.name];
    if (others === undefined) return;
    each(element, path, (child, at) => {
      if (!others.includes(child.name)) card(child, at);
    });
  };
  if (root?.name === "policies") each(root, "", (section, path) => each(section, path, card));
  else if (root !== undefined) each(root, "", card);
  return found.sort();
}

interface Seen {
  source: string | null;
  cards: string[];
  broken: string | null;
}

/** Pastes a document over what is in the code view, and tells what the editor makes of it. */
const pasted = (page: Page, text: string, expected: readonly string[]): Promise<Seen> =>
  page.evaluate(
    async ({ text, expected }) => {
      const content = document.querySelector<HTMLElement>(".cm-content");
      if (content === null) throw new Error("There is no code view.");
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const drawn = () =>
        [...document.querySelectorAll<HTMLElement>("[data-card]:not([data-lane])")].map(
          ({ dataset }) => dataset.card ?? "",
        );
      content.focus();
      content.dispatchEvent(
        new KeyboardEvent("keydown", { key: "a", code: "KeyA", keyCode: 65, ctrlKey: true, bubbles: true } as never),
      );
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      // What is drawn follows what is typed.
      const isDrawn = () => drawn().sort().join() === expected.join();
      for (let count = 0; count < 120 && (count < 3 || !isDrawn()); count++) await frame();
      // As when the page is left: what is not saved is kept, as it would be saved.
      window.dispatchEvent(new Event("pagehide"));
      const kept = Object.keys(localStorage)
        .filter((name) => name.startsWith("gatehouse-unsaved:"))
        .map((name) => JSON.parse(localStorage.getItem(name) ?? "") as { text: string; at: number })
        .sort((one, other) => other.at - one.at)[0];
      const broken =
        [...document.querySelectorAll("[role=status] h2")].map(({ textContent }) => textContent)[0] ?? null;
      return { source: kept?.text ?? null, cards: drawn().sort(), broken };
    },
    { text, expected },
  );

test("every published policy opens: as many cards as it has policies, and its text to the byte", async ({
  page,
  management,
}) => {
  test.setTimeout(180_000);
  await management.put("/apis/corpus", { displayName: "Corpus", path: "corpus", protocols: ["http"] });
  await management.put("/policyFragments/corpus", { format: "rawxml", value: "<fragment>\n</fragment>\n" });
  const wrong: string[] = [];
  for (const [kind, address] of [
    ["policies", "/apis/corpus/policy"],
    ["fragment", "/policy-fragments/corpus/policy"],
  ] as const) {
    await page.goto(`${address}?view=split`);
    await expect(page.locator(".cm-content")).toBeVisible({ timeout: 60_000 });
    await expect(page.locator("[data-lane]").first()).toBeVisible({ timeout: 60_000 });
    for (const document of drawable.filter((each) => each.kind === kind)) {
      const expected = cardsOf(document);
      const { source, cards, broken } = await pasted(page, document.text, expected);
      if (broken !== null) wrong.push(`${document.file}: ${broken}`);
      else if (cards.join("\n") !== expected.join("\n")) {
        const missing = expected.filter((each) => !cards.includes(each));
        const more = cards.filter((each) => !expected.includes(each));
        wrong.push(`${document.file}: not drawn ${missing.join(", ")}; drawn as well ${more.join(", ")}`);
      }
      if (source !== document.text) wrong.push(`${document.file}: it would not be saved as it is`);
    }
  }
  expect(drawable.length).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

test("what the server accepts of them is read back to the byte", async ({ management }) => {
  test.setTimeout(180_000);
  await makeWhatTheyName(management);
  const wrong: string[] = [];
  let accepted = 0;
  for (const { file, text, kind } of drawable) {
    const path = kind === "fragment" ? "/policyFragments/read-back" : "/apis/read-back/policies/policy";
    const answer = await management
      .ask("PUT", path, { properties: { format: "rawxml", value: text } })
      .catch(() => null);
    if (answer === null) continue;
    accepted++;
    if ((await management.properties(`${path}?format=rawxml`)).value !== text) wrong.push(file);
  }
  test.info().annotations.push({ type: "accepted", description: `${accepted} of ${drawable.length}` });
  expect(accepted).toBeGreaterThan(drawable.length * 0.6);
  expect(wrong).toEqual([]);
});

async function makeWhatTheyName(management: Management): Promise<void> {
  await management.put("/apis/read-back", { displayName: "Read back", path: "read-back", protocols: ["http"] });
  const named = drawable.map(({ text }) => policyReferences(text));
  const ids = (of: (each: (typeof named)[number]) => readonly string[]) =>
    [...new Set(named.flatMap(of))].filter((id) => /^[\w.-]{1,80}$/.test(id));
  const make = (path: string, properties: Record<string, unknown>) =>
    // A name that cannot be given stays unknown, and what needs it is not accepted.
    management.put(path, properties).catch(() => undefined);
  await Promise.all([
    ...ids(({ namedValues }) => namedValues).map((displayName, index) =>
      make(`/namedValues/nv-${index}`, { displayName, value: "1" }),
    ),
    ...ids(({ backends }) => backends).map((id) => make(`/backends/${id}`, { url: echo, protocol: "http" })),
    ...ids(({ fragments }) => fragments).map((id) =>
      make(`/policyFragments/${id}`, { format: "rawxml", value: "<fragment />" }),
    ),
    ...ids(({ certificates }) => certificates).map((id) =>
      make(`/certificates/${id}`, { data: pfxFiles.rsa.replaceAll(/\s/g, ""), password: "opensesame" }),
    ),
  ]);
}
