/** A file of the output: where, below the output’s folder, and what. */
export interface OutputFile {
  /** Path with forward slashes. */
  readonly path: string;
  readonly content: string;
}
