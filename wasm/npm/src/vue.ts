// <ocop-score> for Vue 3: the component OcopScore, which emits ready, change and error.

import { defineComponent, h } from "vue";
import "./element.js";

export const OcopScore = defineComponent({
  name: "OcopScore",
  inheritAttrs: true,
  props: { sheet: Object, ocop: Object },
  emits: ["ready", "change", "error"],
  setup(props, { emit }) {
    const given = (value, name) => (value ? { [`.${name}`]: value } : {}); // a property, not an attribute
    return () =>
      h("ocop-score", {
        ...given(props.ocop, "ocop"),
        ...given(props.sheet, "sheet"),
        onOcopReady: (event) => emit("ready", event),
        onOcopChange: (event) => emit("change", event.detail),
        onOcopError: (event) => emit("error", event.detail),
      });
  },
});
