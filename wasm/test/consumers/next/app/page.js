// A server component that scores, and names the forms as they come from the package.

import { OcopDossier, OcopScore } from "@ocop-vn/ocop/react";
import { tried } from "../try.js";
import Hook from "./hook.js";

export const dynamic = "force-dynamic";

export default async function Page() {
  return <><pre>{JSON.stringify(await tried())}</pre><Hook /><OcopScore set={13} /><OcopDossier noSave on="2026-07-03" /></>;
}
