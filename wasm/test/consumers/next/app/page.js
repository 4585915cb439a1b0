// A server component that scores, and names the form as it comes from the package.

import { OcopScore } from "@ocop-vn/ocop/react";
import { tried } from "../try.js";
import Hook from "./hook.js";

export const dynamic = "force-dynamic";

export default async function Page() {
  return <><pre>{JSON.stringify(await tried())}</pre><Hook /><OcopScore set={13} /></>;
}
