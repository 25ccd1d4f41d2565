import type { ApiFacts, ProductFacts } from "@/policy/exchange";
import type { ProductEntry, ProgramIndex } from "./program";

const known = new WeakMap<ProgramIndex, Map<ProductFacts, ProductFacts>>();

/** With its APIs, which are looked for only when a policy asks for them. */
export function productFacts(index: ProgramIndex, { facts }: ProductEntry): ProductFacts {
  let made = known.get(index);
  if (made === undefined) {
    made = new Map();
    known.set(index, made);
  }
  let whole = made.get(facts);
  if (whole === undefined) {
    whole = withApis(index, facts);
    made.set(facts, whole);
  }
  return whole;
}

function withApis(index: ProgramIndex, facts: ProductFacts): ProductFacts {
  let apis: readonly ApiFacts[] | null = null;
  return {
    ...facts,
    get apis() {
      apis ??= apisOf(index, facts.id);
      return apis;
    },
  };
}

function apisOf({ productsOfApi, apis }: ProgramIndex, productId: string): ApiFacts[] {
  const found: ApiFacts[] = [];
  for (const [apiId, productIds] of productsOfApi) {
    const facts = productIds.includes(productId) ? apis.get(apiId)?.facts : undefined;
    if (facts !== undefined) found.push(facts);
  }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}
