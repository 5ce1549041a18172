/** What is said in passing, as a sentence that ends. */
export function asSentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…]["'`)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
