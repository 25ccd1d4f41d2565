/** Tokens of Microsoft Entra for the identity that this gateway has where it runs. */
export interface ManagedIdentity {
  /** Kept until shortly before it ends. `clientId` null: the system's own. */
  token(resource: string, clientId: string | null): Promise<string>;
}
