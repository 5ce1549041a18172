// The hashes of the script and of the style sheet of a page; a test keeps them true.
const script = "sha256-yK33SXua8NhMEl2XGRJmXD/p50RQ888qVkfEKMlixb0=";
const style = "sha256-oj8m+XnwGcBtqS2LYDHnsiqlbdIKPPMWe8hjJiXpl5E=";

/** What a page may load and run (Content Security Policy Level 3): its own script and style, and nothing else. */
export const pagePolicy = `default-src 'none'; script-src '${script}'; style-src '${style}'; base-uri 'none'; form-action 'none'`;
