/** What the gateway answers by itself: with what it was asked, as JSON. */
export const echo = "http://echo.gatehouse.internal";
