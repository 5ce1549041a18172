/** The headings of the README, in their order; those that do not apply are left out there. */
export const readmeSections = [
  "Install",
  "Quick start",
  "Authentication",
  "Server",
  "Errors",
  "Whole answers",
  "Paging",
  "Waiting for the end",
  "Streams",
  "Retries, timeouts, cancelling",
  "Unknown values",
  "Around each request",
  "Calling operations as functions",
  "About the API",
  "Reference",
  "License",
] as const;
