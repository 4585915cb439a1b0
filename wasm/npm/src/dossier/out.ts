import { h } from "../element/dom.js";
import type { Form } from "./form.js";
export const handInPage = (_: Form): HTMLElement => h("p", {}, "…");
