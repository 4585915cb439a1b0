// <ocop-score> for Vue 3: the component OcopScore, which emits what the form tells.

import { defineComponent, h, onMounted, shallowRef, toRaw, watch, type PropType } from "vue";
import type { OcopScore as OcopScoreElement, OcopScoreEvents } from "./element.js";
import type { Ocop } from "./ocop.js";
import type { Lang, Sheet } from "./types.js";
import { bringForm, contentOf } from "./wrapper.js";

/** What an instance of the component has as element. */
export type { OcopScoreElement };

type Detail<N extends keyof OcopScoreEvents> = OcopScoreEvents[N]["detail"];

/**
 * The form: emits ready, change, finish and error with what they are about; a ref to it has
 * the form's element as element. Its script comes once it is on a page, so that a
 * server renders the empty element.
 */
export const OcopScore = defineComponent({
  name: "OcopScore",
  props: {
    /** What the form shows once it is another than before; null empties it, undefined leaves it alone. */
    sheet: { type: Object as PropType<Sheet | null> },
    /** The rules, where the page has loaded them. */
    ocop: { type: Object as PropType<Ocop | null> },
    /** The language of the form; that of the page if not given. */
    lang: { type: String as PropType<Lang> },
    /** The product set that is shown first. */
    set: { type: Number },
    /** Forms of one name share what they keep on the device. */
    name: { type: String },
    /** The folder of the package's files, if they are not beside its scripts. */
    base: { type: String },
    noSave: { type: Boolean },
    noShare: { type: Boolean },
    noHistory: { type: Boolean },
    /** One section at a time, until people choose otherwise. */
    steps: { type: Boolean },
    /** A form of the page is sent only with a sheet that is finished. */
    required: { type: Boolean },
    /** Everything can be read and nothing changed. */
    disabled: { type: Boolean },
    /** A council's member fills it in. */
    council: { type: Boolean },
  },
  emits: {
    ready: (_: Detail<"ocop-ready">) => true,
    change: (_: Detail<"ocop-change">) => true,
    finish: (_: Detail<"ocop-finish">) => true,
    error: (_: Detail<"ocop-error">) => true,
  },
  setup(props) {
    const element = shallowRef<OcopScoreElement | null>(null);
    onMounted(() => {
      const form = element.value!;
      const giveSheet = () => {
        if (props.sheet !== undefined) form.sheet = toRaw(props.sheet);
      };
      const giveOcop = () => {
        if (props.ocop) form.ocop = toRaw(props.ocop);
      };
      watch(() => contentOf(props.sheet), giveSheet, { immediate: true });
      watch(() => props.ocop, giveOcop, { immediate: true });
      bringForm(() => element.value);
    });
    return { element };
  },
  render() {
    const flag = (on: boolean) => (on ? "" : null);
    return h("ocop-score", {
      ref: "element",
      lang: this.lang,
      set: this.set,
      name: this.name,
      base: this.base,
      "no-save": flag(this.noSave),
      "no-share": flag(this.noShare),
      "no-history": flag(this.noHistory),
      steps: flag(this.steps),
      required: flag(this.required),
      disabled: flag(this.disabled),
      council: flag(this.council),
      onOcopReady: ({ detail }: OcopScoreEvents["ocop-ready"]) => this.$emit("ready", detail),
      onOcopChange: ({ detail }: OcopScoreEvents["ocop-change"]) => this.$emit("change", detail),
      onOcopFinish: ({ detail }: OcopScoreEvents["ocop-finish"]) => this.$emit("finish", detail),
      onOcopError: ({ detail }: OcopScoreEvents["ocop-error"]) => this.$emit("error", detail),
    });
  },
});

declare module "vue" {
  interface GlobalComponents {
    OcopScore: typeof OcopScore;
  }
}
