import type { QueryClient } from "@tanstack/react-query";
import type { SavedRequestProperties } from "@/contract/console-run";
import type { JsonObject } from "@/lib/json";
import { ask } from "../../data/arm-client";
import { ArmError } from "../../data/arm-error";
import type { Resource } from "../../data/resource";
import { noteWritten } from "../../data/use-document";
import { proposeId } from "../../resources/id-field";

const attempts = 20;

/** Keeps a request under an id that follows from its name; of two with one name the second gets a number. */
export async function createSaved(
  client: QueryClient,
  api: string,
  properties: SavedRequestProperties,
): Promise<{ name: string; revision: number | null }> {
  const id = proposeId(properties.displayName) || "request";
  for (let attempt = 1; ; attempt++) {
    const name = attempt === 1 ? id : `${id}-${attempt}`;
    const path = `/apis/${api}/savedRequests/${name}`;
    try {
      const body = { properties: properties as unknown as JsonObject };
      const answer = await ask<Resource>(path, { method: "PUT", body, ifNoneMatch: "*" });
      await noteWritten(client, path, answer);
      return { name, revision: answer.revision };
    } catch (error) {
      if (!(error instanceof ArmError && (error.status === 412 || error.status === 409)) || attempt === attempts)
        throw error;
    }
  }
}
