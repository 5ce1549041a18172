/** What the place where a comparison is shown can do. */
export interface PresentOptions {
  /** Whether a terminal shows it that knows colours. */
  readonly colour: boolean;
  /** How many columns the terminal has; absent: sentences stay in one line. */
  readonly width?: number;
}
