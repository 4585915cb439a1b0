// What the components for React and Vue share.

import type { OcopScore } from "./element.js";
import { failure } from "./problems.js";
import type { Sheet } from "./types.js";

/** Brings the form's own script; where it does not come, the form's element says so. */
export function bringForm(form: () => OcopScore | null): void {
  import("./element.js").catch(({ message }: Error) => {
    const { problems } = failure("MODULE-04", { name: "element.js", reason: message });
    form()?.dispatchEvent(new CustomEvent("ocop-error", { detail: { problems } }));
  });
}

/**
 * What a sheet says: a page that writes the same anew with each rendering means the
 * same, and must not take away what was entered since. What cannot be read is left to
 * the form, which tells of it.
 */
export function contentOf(sheet: Sheet | null | undefined): string | undefined {
  try {
    return JSON.stringify(sheet);
  } catch {
    return "unreadable";
  }
}
