import type { Complaint, Locate } from "./report.ts";

/**
 * The complaints with their positions, each about the file that has it, in the order in which a person meets them: file by file, and in each from
 * the top down. Those about one position keep their order.
 *
 * @param files the files in the order in which they were read
 */
export function orderComplaints(
  complaints: readonly Complaint[],
  locate: Locate,
  files: Iterable<string>,
): readonly Complaint[] {
  const rankOf = new Map([...files].map((file, index) => [file, index]));
  const rank = ({ place }: Complaint): number => rankOf.get(place.file) ?? rankOf.size;
  return complaints
    .map((complaint) => {
      if (complaint.position !== undefined) return { complaint, position: complaint.position };
      const { line, column, ...place } = locate(complaint.place, complaint.on);
      const position = { line, column };
      return { complaint: { ...complaint, place, position }, position };
    })
    .sort(
      (a, b) =>
        rank(a.complaint) - rank(b.complaint) ||
        a.position.line - b.position.line ||
        a.position.column - b.position.column,
    )
    .map(({ complaint }) => complaint);
}
