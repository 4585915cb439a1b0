// What every page tries: the forms, of which its HTML has one, the rules, and the rules in a worker.

import "@ocop-vn/ocop/dossier";
import "@ocop-vn/ocop/element";
import { loadInWorker } from "@ocop-vn/ocop/worker";
import sheet from "./sheet.js";
import { tried } from "./try.js";

window.tried = tried();
window.worked = loadInWorker().then((ocop) => ocop.score(sheet)).then(({ total }) => total);
