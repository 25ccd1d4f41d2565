import type { TokenCredential } from "@azure/identity";

/** Asks the environment, then the workload's identity, then the machine's. A client id names one of the last two kinds. */
export async function azureCredential(clientId: string | null): Promise<TokenCredential> {
  const azure = await import("@azure/identity");
  const options = clientId === null ? {} : { clientId };
  const ways: TokenCredential[] = clientId === null ? [new azure.EnvironmentCredential()] : [];
  try {
    ways.push(new azure.WorkloadIdentityCredential(options));
  } catch (error) {
    // Its way of saying that this is no such workload.
    if (!(error instanceof azure.CredentialUnavailableError)) throw error;
  }
  ways.push(
    clientId === null ? new azure.ManagedIdentityCredential() : new azure.ManagedIdentityCredential({ clientId }),
  );
  return new azure.ChainedTokenCredential(...ways);
}
