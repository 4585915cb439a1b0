import { edition } from "@ocop-vn/ocop";

document.title = edition;
