import type { Section } from "./exchange";

const inherited = ["<base />"];

/** A document in the lines that the editor writes; a section of which nothing is given takes over what is set further out. */
export const policyText = ({
  inbound = inherited,
  backend = inherited,
  outbound = inherited,
  "on-error": onError = inherited,
}: Partial<Record<Section, readonly string[]>> = {}): string =>
  `<policies>\n${section("inbound", inbound)}${section("backend", backend)}${section("outbound", outbound)}${section("on-error", onError)}</policies>\n`;

const section = (name: Section, elements: readonly string[]): string =>
  `    <${name}>\n${elements.map((element) => `        ${element}\n`).join("")}    </${name}>\n`;
