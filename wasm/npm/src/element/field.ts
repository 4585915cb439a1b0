// The form as a field of a <form> that the page has.

import type { Result, Sheet } from "../types.js";
import type { Speak } from "./texts.js";
import type { View } from "./view.js";

interface Entered {
  sheet: Sheet | null;
  result: Result | null;
  /** Whether the page's form waits for a finished sheet. */
  required: boolean;
}

/** Gives the page's form the sheet to send, and tells it what is missing. */
export function handIn(internals: ElementInternals, view: View, { sheet, result, required }: Entered): void {
  internals.setFormValue(sheet && JSON.stringify(sheet));
  const missing = required ? missingOf(view.t, sheet, result) : undefined;
  if (missing === undefined) internals.setValidity({});
  else internals.setValidity({ valueMissing: true }, missing, view.entry(result?.unanswered[0]));
}

function missingOf(t: Speak, sheet: Sheet | null, result: Result | null): string | undefined {
  if (!sheet) return t("nothingScored");
  if (!result) return t("scoreMissing");
  return result.status === "incomplete" ? t("notFinished", { n: result.unanswered.length }) : undefined;
}
