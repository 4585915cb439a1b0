// A page: every entry, and the form in JSX.

import "@ocop-vn/ocop/element";
import { integrity } from "@ocop-vn/ocop/integrity";
import { packBlob } from "@ocop-vn/ocop/package";
import { drawPaper } from "@ocop-vn/ocop/papers";
import { OcopScore, useOcop } from "@ocop-vn/ocop/react";
import { OcopScore as OcopScoreOfVue } from "@ocop-vn/ocop/vue";
import { loadInWorker } from "@ocop-vn/ocop/worker";

const form = document.querySelector("ocop-score");
export const total: number | undefined = form?.result?.total;
form?.addEventListener("ocop-change", ({ detail }) => detail.sheet);

export function Form() {
  const { ocop } = useOcop({ words: ["vi"] });
  return (
    <>
      <OcopScore set={13} sheet={undefined} ocop={ocop} style={{ color: "red" }} onChange={({ detail }) => detail.result.total} />
      <ocop-score lang="vi" />
    </>
  );
}

export const names: string[] = Object.keys(integrity);
export const all = [packBlob, drawPaper, OcopScoreOfVue, loadInWorker];
