export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** Kept in a cookie, so that the server draws the first page in it. */
export const themeCookie = "gatehouse-theme";

export const readTheme = (text: string | undefined): Theme => themes.find((theme) => theme === text) ?? "system";
