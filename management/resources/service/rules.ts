import type { Json, JsonObject } from "@/lib/json";
import type { Rules, Writing } from "../behaviour";
import { objectsAt, textAt } from "../read-properties";
import { type ItemReading, readHostname, readStoreCertificate } from "./read-certificate";

export const rules: Rules = {
  write(writing) {
    checkSku(writing);
    const { restore: _, ...properties } = writing.properties;
    writing.properties = properties;
    replaceItems(writing, "hostnameConfigurations", hostnameKey, readHostname);
    replaceItems(writing, "certificates", thumbprintOf, readStoreCertificate);
    checkHostnames(writing);
  },
};

function checkSku({ properties, refuse }: Writing): void {
  const { name, capacity } = properties.sku as { name: string; capacity: number };
  if (name === "Consumption" && capacity !== 0) refuse("sku.capacity", "Must be 0 for the Consumption SKU.");
  if (name !== "Consumption" && capacity < 1) refuse("sku.capacity", "Must be at least 1.");
}

function replaceItems(
  writing: Writing,
  member: string,
  keyOf: (item: JsonObject) => string | null,
  read: (reading: ItemReading) => JsonObject,
): void {
  if (writing.properties[member] === undefined) return;
  const storedItems = objectsAt(writing.before?.properties ?? {}, member);
  const items = objectsAt(writing.properties, member).map((item, index): Json => {
    const key = keyOf(item);
    // A certificate store's entry bears nothing that names it once its data is left out, so its place does.
    const stored = (key === null ? storedItems[index] : storedItems.find((each) => keyOf(each) === key)) ?? null;
    return read({ item, stored, target: `${member}[${index}]`, refuse: writing.refuse });
  });
  writing.properties = { ...writing.properties, [member]: items };
}

const hostnameKey = (item: JsonObject): string => `${textAt(item, "type")} ${textAt(item, "hostName")?.toLowerCase()}`;
const thumbprintOf = (item: JsonObject): string | null => textAt(item, "certificate", "thumbprint");

function checkHostnames({ properties, refuse }: Writing): void {
  const items = objectsAt(properties, "hostnameConfigurations");
  for (const [index, item] of items.entries()) {
    const target = `hostnameConfigurations[${index}]`;
    const first = items.findIndex((each) => hostnameKey(each) === hostnameKey(item));
    if (first < index) refuse(`${target}.hostName`, `The host name ${textAt(item, "hostName")} is configured twice.`);
    if (item.defaultSslBinding !== true) continue;
    const standard = items.findIndex((each) => each.type === item.type && each.defaultSslBinding === true);
    if (standard < index) refuse(`${target}.defaultSslBinding`, "Only one host name of a type can be the default.");
  }
}
