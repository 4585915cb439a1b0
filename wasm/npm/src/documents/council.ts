// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Council. The members' sheets and the council's rules of procedure. */
export interface Council {
  /** Edition */
  edition: "qd26-2026";
  /** Product set */
  set: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26;
  /** Members that the council has */
  seats?: number | undefined;
  /** Members' sheets */
  members: Member[];
  /** Knock-outs found */
  gates?: string[] | undefined;
  /** The council's rules of procedure */
  policy?: CouncilPolicy | undefined;
}

export interface Member {
  /** Member's id */
  id: string;
  /** Option for each criterion */
  answers: { [name: string]: string };
  /** Chair */
  chair?: boolean | undefined;
  /** Edition */
  edition?: string | undefined;
  /** Product set */
  set?: number | undefined;
}

export interface CouncilPolicy {
  /** Greatest spread (points) */
  maxSpread?: number | undefined;
  /** Quorum */
  quorum?: string | undefined;
  /** The chair must be present */
  chairRequired?: boolean | undefined;
  /** When a minimum is met */
  minima?: "majority" | "all" | "mean" | undefined;
}
