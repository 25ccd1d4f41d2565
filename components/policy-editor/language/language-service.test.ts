import { expect, test } from "vitest";
import { answer } from "./answer";
import type { FromWorker, Surroundings, ToWorker } from "./language-request";
import { LanguageService, Outdated, type WorkerLike } from "./language-service";

const surroundings: Surroundings = { knowledge: null, standing: { kind: "policies", scope: "any" } };

/** The worker's own answers, in this process, when the test says so. */
class Hand implements WorkerLike {
  onmessage: WorkerLike["onmessage"] = null;
  onerror: WorkerLike["onerror"] = null;
  readonly got: ToWorker[] = [];
  ended = false;
  readonly #known = new Map<number, Surroundings>();
  postMessage(message: ToWorker): void {
    this.got.push(message);
    if (message.kind === "surroundings") this.#known.set(message.key, message.surroundings);
  }
  terminate(): void {
    this.ended = true;
  }
  answerLast(): void {
    const last = this.got.at(-1);
    if (last?.kind !== "question") throw new Error("No question has come.");
    const around = this.#known.get(last.key);
    if (around === undefined) throw new Error("The surroundings have not come.");
    const data: FromWorker = { id: last.id, ok: true, answer: answer(last.name, last.given, around) };
    this.onmessage?.({ data } as MessageEvent<FromWorker>);
  }
  die(): void {
    this.onerror?.({} as ErrorEvent);
  }
}

function open() {
  const hands: Hand[] = [];
  const service = new LanguageService(() => {
    const hand = new Hand();
    hands.push(hand);
    return hand;
  });
  return { service, hands };
}

test("answers as the language does, and tells what is around once", async () => {
  const { service, hands } = open();
  const first = service.ask("check", { text: "<policies><inboud /></policies>" }, surroundings);
  hands[0]?.answerLast();
  expect((await first).map(({ code }) => code)).toContain("section-unknown");
  const second = service.ask("format", { text: "<policies><inbound/></policies>" }, surroundings);
  hands[0]?.answerLast();
  expect(await second).toContain("\n");
  expect(hands[0]?.got.map(({ kind }) => kind)).toEqual(["surroundings", "question", "question"]);
});

test("the latest of a kind wins, others wait their turn", async () => {
  const { service, hands } = open();
  const texts = ["<a/>", "<b/>", "<policies />"].map((text) => service.ask("check", { text }, surroundings));
  const other = service.ask("format", { text: "<policies />" }, surroundings);
  await expect(texts[0]).rejects.toBeInstanceOf(Outdated);
  await expect(texts[1]).rejects.toBeInstanceOf(Outdated);
  hands[0]?.answerLast();
  hands[0]?.answerLast();
  expect(await texts[2]).toEqual([]);
  hands[0]?.answerLast();
  expect(await other).not.toBeNull();
});

test("a worker that died is started anew and asked again, and what kills it twice is given up", async () => {
  const { service, hands } = open();
  const once = service.ask("check", { text: "<policies />" }, surroundings);
  hands[0]?.die();
  expect([hands.length, hands[0]?.ended]).toEqual([2, true]);
  hands[1]?.answerLast();
  expect(await once).toEqual([]);
  const deadly = service.ask("check", { text: "<policies />" }, surroundings);
  hands[1]?.die();
  hands[2]?.die();
  await expect(deadly).rejects.toThrow("unexpectedly");
});

test("until it is known what exists, whatever is named does", () => {
  const text =
    '<policies><inbound><set-backend-service backend-id="a" /><trace source="{{b}}">c</trace></inbound></policies>';
  const unknown = ({ code }: { code: string }) => code.endsWith("-unknown");
  expect(answer("check", { text }, surroundings).filter(unknown)).toEqual([]);
  const knowledge = { namedValues: [], backends: [], fragments: [], certificates: [], loggers: [] };
  const found = answer("check", { text }, { ...surroundings, knowledge }).filter(unknown);
  expect(found.map(({ code }) => code).sort()).toEqual(["backend-unknown", "named-value-unknown"]);
});
