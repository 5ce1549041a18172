import type { Page } from "./page.ts";
import type { ViewContext } from "./view-context.ts";

export interface LicenseView {
  readonly copyright: string;
}

/** The LICENSE file; the one licence that we know by heart, for a team that says whose the package is. */
export function licensePages({ config }: ViewContext): readonly Page<LicenseView>[] {
  const { license, copyright } = config.package;
  if (license !== "MIT" || copyright === undefined) return [];
  const line = copyright.replace(/\s+/g, " ");
  return [{ path: "LICENSE", template: "package/LICENSE.hbs", view: { copyright: line } }];
}
