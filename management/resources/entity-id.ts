/** What most ids of API Management may be. */
export const entityId = (title: string, maxLength: number) => ({
  pattern: /^[^*#&+:<>?]+$/,
  minLength: 1,
  maxLength,
  message: `The id of ${title} must have 1 to ${maxLength} characters, and none of * # & + : < > ?`,
});
