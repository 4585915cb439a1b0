import { tried } from "../../try.js";

export const load = () => tried();
