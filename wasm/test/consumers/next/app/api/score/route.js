import { tried } from "../../../try.js";

export const GET = async () => Response.json(await tried());
