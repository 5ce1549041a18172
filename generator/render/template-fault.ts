/** A template that cannot be drawn: its owner's mistake, so the message says which one it is. */
export class TemplateFault extends Error {
  constructor(template: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`The template ${template} cannot be drawn: ${why}`, { cause });
    this.name = "TemplateFault";
  }
}
