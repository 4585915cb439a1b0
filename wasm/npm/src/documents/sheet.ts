// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Sheet. What one assessor chose for each criterion. */
export interface Sheet {
  /** Edition */
  edition: "qd26-2026";
  /** Product set */
  set: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26;
  /** Option for each criterion */
  answers: { [name: string]: string };
  /** Knock-outs found */
  gates?: string[] | undefined;
  /** What stands at the head */
  about?: SheetAbout | undefined;
  /** Kinds of evidence seen for each criterion */
  evidence?: { [name: string]: string[] } | undefined;
  /** Note on each criterion */
  notes?: { [name: string]: string } | undefined;
}

export interface SheetAbout {
  /** Product */
  product?: string | undefined;
  /** Producer */
  producer?: string | undefined;
  /** Address */
  address?: string | undefined;
  /** Who scores */
  assessor?: string | undefined;
  /** Day */
  day?: string | undefined;
}
