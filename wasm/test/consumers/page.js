// What every page tries: the form, which its HTML has, the rules, and the rules in a worker.

import "@ocop-vn/ocop/element";
import { loadInWorker } from "@ocop-vn/ocop/worker";
import sheet from "./sheet.js";
import { tried } from "./try.js";

window.tried = tried();
window.worked = loadInWorker().then((ocop) => ocop.score(sheet)).then(({ total }) => total);
