import type { Location } from "../location.ts";
import type { Presentation, SideOf } from "../present/presentation.ts";

/** What a runner of GitHub says about where it is. */
export type Surroundings = Readonly<Record<string, string | undefined>>;

/**
 * The addresses of lines on GitHub, as its runners know it. The working tree is taken for the commit that was
 * checked out; without a commit there is nothing to link to.
 */
export function linkTo(
  commits: Readonly<Record<SideOf, string | null>>,
  { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: sha }: Surroundings,
): NonNullable<Presentation["linkTo"]> | undefined {
  if (server === undefined || repository === undefined) return undefined;
  return (side: SideOf, { file, line }: Location) => {
    const commit = commits[side] ?? (side === "revision" ? sha : undefined);
    if (commit === undefined) return undefined;
    const path = file.split("/").map(encodeURIComponent).join("/");
    return `${server}/${repository}/blob/${commit}/${path}#L${line}`;
  };
}
