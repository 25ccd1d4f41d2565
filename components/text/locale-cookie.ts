/** Kept in a cookie, so that the server draws the first page in it. */
export const localeCookie = "gatehouse-language";
