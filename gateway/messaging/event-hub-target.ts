import type { LoggerResource } from "@/policy/host/resources";

/** Where the events of a logger go, and as whom. */
export type EventHubTarget =
  | { readonly kind: "key"; readonly connectionString: string; readonly hub: string }
  | { readonly kind: "identity"; readonly namespace: string; readonly hub: string; readonly clientId: string | null };

/** As the credentials of a logger say; text instead says what is missing. */
export function eventHubTarget(logger: LoggerResource): EventHubTarget | string {
  if (logger.type !== "azureEventHub") return `it is of the type '${logger.type}', not 'azureEventHub'`;
  const { name, connectionString, endpointAddress, identityClientId } = logger.credentials;
  const own = partOf(connectionString ?? "", "EntityPath");
  const hub = name ?? own;
  if (hub === undefined || hub === "") return "its credentials lack the 'name' of the event hub";
  if (connectionString !== undefined && connectionString !== "") {
    // The library takes the hub's name from one place only.
    const bare = connectionString.replace(/;?\s*EntityPath=[^;]*/i, "");
    return { kind: "key", connectionString: bare, hub };
  }
  if (endpointAddress === undefined || endpointAddress === "")
    return "its credentials have neither a 'connectionString' nor an 'endpointAddress'";
  const namespace = endpointAddress.replace(/^[a-z]+:\/\//i, "").replace(/\/.*$/, "");
  return { kind: "identity", namespace, hub, clientId: clientIdOf(identityClientId) };
}

const clientIdOf = (given: string | undefined): string | null =>
  given === undefined || given === "" || given.toLowerCase() === "systemassigned" ? null : given;

function partOf(connectionString: string, name: string): string | undefined {
  const part = connectionString
    .split(";")
    .find((each) => each.trim().toLowerCase().startsWith(`${name.toLowerCase()}=`));
  return part?.slice(part.indexOf("=") + 1).trim();
}
