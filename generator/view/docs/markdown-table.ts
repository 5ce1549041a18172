import { displayWidth } from "./display-width.ts";

/**
 * A table of ours; empty without rows. A column whose cells are all empty is left out.
 *
 * @param rows in final form: what a cell holds has come through `cellText` or is ours
 */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const used = head.flatMap((_, index) => (rows.some((row) => (row[index] ?? "") !== "") ? [index] : []));
  return drawTable([head, ...rows].map((row) => used.map((index) => row[index] ?? "")));
}

/** Rows as a table (GitHub Flavored Markdown, "Tables"), the first as its head, each column padded to its widest cell. */
export function drawTable(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => cell.trim()));
  const widths = (lines[0] ?? []).map((_, column) =>
    lines.reduce((most, line) => Math.max(most, displayWidth(line[column] ?? "")), 3),
  );
  const [first = "", ...others] = lines.map((line) =>
    tableLine(line.map((cell, column) => pad(cell, widths[column]))),
  );
  return [first, tableLine(widths.map((width) => "-".repeat(width))), ...others].join("\n");
}

function pad(cell: string, width = 0): string {
  return cell + " ".repeat(Math.max(0, width - displayWidth(cell)));
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
