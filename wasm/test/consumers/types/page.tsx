// A page: every entry, and the forms in JSX.

import type { Draft } from "@ocop-vn/ocop/dossier";
import "@ocop-vn/ocop/element";
import { integrity } from "@ocop-vn/ocop/integrity";
import { packBlob } from "@ocop-vn/ocop/package";
import { drawPaper } from "@ocop-vn/ocop/papers";
import { OcopDossier, OcopScore, useOcop } from "@ocop-vn/ocop/react";
import { OcopDossier as OcopDossierOfVue, OcopScore as OcopScoreOfVue } from "@ocop-vn/ocop/vue";
import { loadInWorker } from "@ocop-vn/ocop/worker";

const form = document.querySelector("ocop-score");
export const total: number | undefined = form?.result?.total;
form?.addEventListener("ocop-change", ({ detail }) => detail.sheet);

const dossiers = document.querySelector("ocop-dossier");
export const draft: Draft | null | undefined = dossiers?.dossier;
dossiers?.addEventListener("ocop-finish", ({ detail }) => detail.problems);

export function Form() {
  const { ocop } = useOcop({ words: ["vi"] });
  return (
    <>
      <OcopScore set={13} sheet={undefined} ocop={ocop} style={{ color: "red" }} onChange={({ detail }) => detail.result.total} />
      <ocop-score lang="vi" />
      <OcopDossier office="commune" dossier={undefined} ocop={ocop} onFinish={({ detail }) => detail.dossier.product} />
      <ocop-dossier lang="vi" />
    </>
  );
}

export const names: string[] = Object.keys(integrity);
export const all = [packBlob, drawPaper, OcopDossierOfVue, OcopScoreOfVue, loadInWorker];
