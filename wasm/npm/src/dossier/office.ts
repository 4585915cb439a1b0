import { h } from "../element/dom.js";
import type { Form } from "./form.js";
export const form03Page = (_: Form): HTMLElement => h("p", {}, "…");
export const proposedPage = form03Page;
export const membersPage = (_: Form, __: "/council" | "/ministry"): HTMLElement => h("p", {}, "…");
