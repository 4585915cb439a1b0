/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Council. The members' sheets and the council's rules of procedure.
 */
export interface Council {
  /**
   * Edition
   */
  edition: "qd26-2026";
  /**
   * Product set
   */
  set:
    | 1
    | 2
    | 3
    | 4
    | 5
    | 6
    | 7
    | 8
    | 9
    | 10
    | 11
    | 12
    | 13
    | 14
    | 15
    | 16
    | 17
    | 18
    | 19
    | 20
    | 21
    | 22
    | 23
    | 24
    | 25
    | 26;
  /**
   * Members that the council has
   */
  seats?: number;
  /**
   * Members' sheets
   */
  members: Member[];
  /**
   * Knock-outs found
   */
  gates?: string[];
  policy?: Policy;
}
export interface Member {
  /**
   * Member's id
   */
  id: string;
  /**
   * Option for each criterion
   */
  answers: {
    [k: string]: string;
  };
  /**
   * Chair
   */
  chair?: boolean;
  /**
   * Edition
   */
  edition?: string;
  /**
   * Product set
   */
  set?: number;
}
/**
 * The council's rules of procedure
 */
export interface Policy {
  /**
   * Greatest spread (points)
   */
  maxSpread?: number;
  /**
   * Quorum
   */
  quorum?: string;
  /**
   * The chair must be present
   */
  chairRequired?: boolean;
  /**
   * When a minimum is met
   */
  minima?: "majority" | "all" | "mean";
}
