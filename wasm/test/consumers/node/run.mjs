import { tried } from "./try.js";

console.log(JSON.stringify(await tried()));
