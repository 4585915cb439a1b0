// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Milestones. What has happened to a dossier and its certificate; what has not come is left out. */
export interface Milestones {
  /** Kind of application */
  application?: "first" | "upgrade" | "re-assessment" | undefined;
  /** The commune received it */
  filed?: string | undefined;
  /** The commune proposed it to the province */
  proposed?: string | undefined;
  /** The province had all of it */
  provinceComplete?: string | undefined;
  /** The province's council decided */
  provinceScored?: string | undefined;
  /** The province sent it to the ministry */
  sentOn?: string | undefined;
  /** The ministry had all of it */
  ministryComplete?: string | undefined;
  /** The ministry's council decided */
  ministryScored?: string | undefined;
  /** The certificate was issued */
  issued?: string | undefined;
  /** The last day that the certificate prints */
  expires?: string | undefined;
  /** A ground for withdrawal was concluded */
  concluded?: string | undefined;
  /** The certificate was withdrawn */
  withdrawn?: string | undefined;
}
