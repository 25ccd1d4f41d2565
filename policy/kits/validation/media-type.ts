/** "Application/JSON; charset=utf-8" is "application/json". */
export const mediaType = (contentType: string): string => (contentType.split(";", 1)[0] as string).trim().toLowerCase();
