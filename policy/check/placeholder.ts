/** What deployment tools put values in place of: {name}, ${name}, $(name), #{name}#, __name__, %name%, RETRY_COUNT. */
const forms = /^(\$?\{[\w.-]+\}|\$\([\w.-]+\)|#\{[\w.-]+\}#|__[\w.-]+__|%[\w.-]+%|[A-Z][A-Z0-9]*(_[A-Z0-9]+)+)$/;

/** Whether a literal is a gap that some tool fills before the document is saved. */
export const isPlaceholder = (value: string): boolean => forms.test(value.trim());
