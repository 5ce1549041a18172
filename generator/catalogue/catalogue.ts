import { loadComplaints } from "./load-complaints.ts";
import { modelComplaints } from "./model-complaints.ts";
import { validateComplaints } from "./validate-complaints.ts";

/** Every complaint we can make about a spec. A code is unique, and a retired one is never reused. */
export const catalogue = { ...loadComplaints, ...modelComplaints, ...validateComplaints };
