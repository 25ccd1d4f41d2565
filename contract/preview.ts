/** A request that bears this header runs by a draft instead of the live configuration, or not at all. */
export const previewHeader = "Gatehouse-Preview";

/** Parts of a preview token: which draft, in which of its states, and until when. */
export interface PreviewGrant {
  draftId: string;
  /** Of the draft's content and of what it was made from. */
  digest: string;
  expiresAt: number;
}

/** "did=<draft>&dg=<digest>&p=preview&ex=<ms since the epoch>&sn=<Ed25519 signature, base64url>": what stands before "&sn=" is signed. */
export const previewTokenText = ({ draftId, digest, expiresAt }: PreviewGrant): string =>
  `did=${encodeURIComponent(draftId)}&dg=${digest}&p=preview&ex=${expiresAt}`;

/** As many drafts are kept by a gateway; the one that was used longest ago goes first. */
export const maxPreviews = 20;
