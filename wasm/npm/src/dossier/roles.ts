// Who writes what: the producer forms 01 and 02 (Article 6.1), the commune its receipt and
// form 03 (Article 6.2), the council's secretary what comes after (Article 7.3 on). Each
// sees what the others wrote and leaves it alone.

import type { Office } from "./form.js";
import { isWithin } from "./tree.js";

const ofOffices: Record<Exclude<Office, "producer">, readonly string[]> = {
  commune: ["/registration/communeReceipt", "/communeReport", "/requests"],
  council: ["/registration/provinceReceipt", "/requests", "/proposed", "/council", "/provinceProposal", "/ministry", "/decision", "/product/code", "/inspections", "/withdrawal"],
};

/** What nobody writes here: the edition is this form's, and what programs add is theirs. */
const ofNobody = ["/edition", "/extensions"];

/** Whether who fills in may write what a pointer leads to. */
export function writes(office: Office, pointer: string): boolean {
  const among = (places: readonly string[]) => places.some((place) => isWithin(pointer, place));
  if (office !== "producer") return among(ofOffices[office]);
  return !among(ofNobody) && !Object.values(ofOffices).some(among);
}

/** The office that an attribute names. */
export const officeOf = (name: string | null): Office => (name === "commune" || name === "council" ? name : "producer");
