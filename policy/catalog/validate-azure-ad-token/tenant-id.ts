/** Of a tenant's id or domain, or a name that stands for many tenants: it becomes part of an address. */
export const isTenant = (text: string): boolean =>
  /^[0-9a-z](?:[0-9a-z.-]*[0-9a-z])?$/i.test(text) && !text.includes("..");
