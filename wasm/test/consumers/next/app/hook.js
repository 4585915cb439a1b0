"use client";

import { useOcop } from "@ocop-vn/ocop/react";
import { loadInWorker } from "@ocop-vn/ocop/worker";
import { useEffect } from "react";
import sheet from "../sheet.js";
import { tried } from "../try.js";

export default function Hook() {
  const { ocop } = useOcop();
  useEffect(() => {
    window.tried = tried();
    window.worked = loadInWorker().then((inWorker) => inWorker.score(sheet)).then(({ total }) => total);
  }, []);
  return <output>{ocop?.score(sheet).total}</output>;
}
