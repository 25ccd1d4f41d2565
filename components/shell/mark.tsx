/** The product's mark: a gate with its house. */
export const Mark = () => (
  <svg width="20" height="20" viewBox="0 0 20 20" fill="none" aria-hidden="true" className="shrink-0 text-accent">
    <path
      d="M2.5 8.2 10 2.5l7.5 5.7"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M4.5 9v8.2M15.5 9v8.2M8.2 17.2v-4.6a1.8 1.8 0 0 1 3.6 0v4.6"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
    />
  </svg>
);
