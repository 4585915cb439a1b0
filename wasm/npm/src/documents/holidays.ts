// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

/** Holidays. The days off, and worked in exchange, of each year; a year that is here takes the place of the built-in one. */
export interface Holidays { [name: string]: HolidayYear }

export interface HolidayYear {
  /** Days off */
  off: string[];
  /** Saturdays and Sundays worked in exchange */
  worked?: string[] | undefined;
  /** Who says so */
  source?: string | undefined;
}
