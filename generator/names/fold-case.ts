/**
 * A name as a disk sees it that ignores case, so that two names may not stand beside each other if it is the same. Capitals
 * in between, for some letters have no small twin that says so: `ß` is `SS`, and a dotless `ı` an `I`; small letters
 * before, for the capital of `ẞ` is itself.
 */
export function foldCase(name: string): string {
  return name.normalize("NFC").toLowerCase().toUpperCase().toLowerCase();
}
