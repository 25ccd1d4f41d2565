const operation = "/apis/echo-api/operations/get";
const console = "/console?api=echo-api&operation=get";

/** Where each step is done; all with the sample that the built-in echo backend answers. */
export const tourPlaces = {
  policies: `${operation}/policies`,
  limit: { href: `${operation}/policy` },
  call: { href: console },
  why: { href: console },
} as const;
