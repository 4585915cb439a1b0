/* Made by wasm/test/types.mjs from the JSON Schemas; do not edit. */

/**
 * Milestones. What has happened to a dossier and its certificate; what has not come is left out.
 */
export interface Milestones {
  /**
   * Kind of application
   */
  application?: "first" | "upgrade" | "re-assessment";
  /**
   * The commune received it
   */
  filed?: string;
  /**
   * The commune proposed it to the province
   */
  proposed?: string;
  /**
   * The province had all of it
   */
  provinceComplete?: string;
  /**
   * The province's council decided
   */
  provinceScored?: string;
  /**
   * The province sent it to the ministry
   */
  sentOn?: string;
  /**
   * The ministry had all of it
   */
  ministryComplete?: string;
  /**
   * The ministry's council decided
   */
  ministryScored?: string;
  /**
   * The certificate was issued
   */
  issued?: string;
  /**
   * The last day that the certificate prints
   */
  expires?: string;
  /**
   * A ground for withdrawal was concluded
   */
  concluded?: string;
  /**
   * The certificate was withdrawn
   */
  withdrawn?: string;
}
