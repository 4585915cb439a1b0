// <ocop-score> and <ocop-dossier> for Vue 3: the components OcopScore and OcopDossier, which
// emit what the forms tell.

import { defineComponent, h, onMounted, shallowRef, toRaw, watch, type PropType } from "vue";
import type { Draft, OcopDossier as OcopDossierElement, OcopDossierEvents } from "./dossier.js";
import type { OcopScore as OcopScoreElement, OcopScoreEvents } from "./element.js";
import type { Ocop } from "./ocop.js";
import type { Lang, Sheet } from "./types.js";
import { bringForm, contentOf, Giving } from "./wrapper.js";

/** What an instance of a component has as element, and a dossier that is still being written. */
export type { Draft, OcopDossierElement, OcopScoreElement };

/** What both forms are given. */
const shared = {
  /** The rules, where the page has loaded them. */
  ocop: { type: Object as PropType<Ocop | null> },
  /** The language of the form; that of the page if not given. */
  lang: { type: String as PropType<Lang> },
  /** Forms of one name share what they keep on the device. */
  name: { type: String },
  /** The folder of the package's files, if they are not beside its scripts. */
  base: { type: String },
  noSave: { type: Boolean },
  noHistory: { type: Boolean },
  /** Everything can be read and nothing changed. */
  disabled: { type: Boolean },
};

/** What one form is given. A function, because bundlers keep what is spread on its own. */
const withShared = <Own extends object>(own: Own) => ({ ...shared, ...own });

/**
 * The form for sheets: emits ready, change, finish and error with what they are about; a
 * ref to it has the form's element as element. Its script comes once it is on a page, so
 * that a server renders the empty element. Whoever does not use it does not have it in a
 * bundle.
 */
export const OcopScore = /* @__PURE__ */ defineComponent({
  name: "OcopScore",
  props: /* @__PURE__ */ withShared({
    /** What the form shows once it is another than before; null empties it, undefined leaves it alone. */
    sheet: { type: Object as PropType<Sheet | null> },
    /** The product set that is shown first. */
    set: { type: Number },
    noShare: { type: Boolean },
    /** One section at a time, until people choose otherwise. */
    steps: { type: Boolean },
    /** A form of the page is sent only with a sheet that is finished. */
    required: { type: Boolean },
    /** A council's member fills it in. */
    council: { type: Boolean },
  }),
  emits: /* @__PURE__ */ emitted<OcopScoreEvents>(),
  setup: (props) => useForm<OcopScoreElement>(props, { member: "sheet", script: "element.js", bring: () => import("./element.js") }),
  render() {
    return h("ocop-score", {
      ref: "element",
      ...attributesOf(this),
      set: this.set,
      "no-share": flag(this.noShare),
      steps: flag(this.steps),
      required: flag(this.required),
      council: flag(this.council),
      onOcopReady: ({ detail }: OcopScoreEvents["ocop-ready"]) => this.$emit("ready", detail),
      onOcopChange: ({ detail }: OcopScoreEvents["ocop-change"]) => this.$emit("change", detail),
      onOcopFinish: ({ detail }: OcopScoreEvents["ocop-finish"]) => this.$emit("finish", detail),
      onOcopError: ({ detail }: OcopScoreEvents["ocop-error"]) => this.$emit("error", detail),
    });
  },
});

/** The form for dossiers, likewise. */
export const OcopDossier = /* @__PURE__ */ defineComponent({
  name: "OcopDossier",
  props: /* @__PURE__ */ withShared({
    /** What the form shows once it is another than before; null goes back to the list of dossiers, undefined leaves it alone. */
    dossier: { type: Object as PropType<Draft | null> },
    /** Who fills in; the producer if not given. */
    office: { type: String as PropType<"commune" | "council"> },
    /** The name under which the forms of sheets keep the self-assessments that a dossier may begin with. */
    sheets: { type: String },
    /** The day that a dossier is judged on, as "2026-07-03"; today if not given. */
    on: { type: String },
  }),
  emits: /* @__PURE__ */ emitted<OcopDossierEvents>(),
  setup: (props) => useForm<OcopDossierElement>(props, { member: "dossier", script: "dossier.js", bring: () => import("./dossier.js") }),
  render() {
    return h("ocop-dossier", {
      ref: "element",
      ...attributesOf(this),
      office: this.office,
      sheets: this.sheets,
      on: this.on,
      onOcopReady: ({ detail }: OcopDossierEvents["ocop-ready"]) => this.$emit("ready", detail),
      onOcopChange: ({ detail }: OcopDossierEvents["ocop-change"]) => this.$emit("change", detail),
      onOcopFinish: ({ detail }: OcopDossierEvents["ocop-finish"]) => this.$emit("finish", detail),
      onOcopError: ({ detail }: OcopDossierEvents["ocop-error"]) => this.$emit("error", detail),
    });
  },
});

/** The events that both forms have. */
type Told = Record<"ocop-ready" | "ocop-change" | "ocop-finish" | "ocop-error", CustomEvent>;

/** What a component emits: what the events of its form are about. */
function emitted<Events extends Told>() {
  return {
    ready: (_: Events["ocop-ready"]["detail"]) => true,
    change: (_: Events["ocop-change"]["detail"]) => true,
    finish: (_: Events["ocop-finish"]["detail"]) => true,
    error: (_: Events["ocop-error"]["detail"]) => true,
  };
}

interface Given {
  ocop?: Ocop | null | undefined;
}

/** The form's element, which is brought, and given its document and the rules. */
function useForm<Element extends HTMLElement & { ocop: Ocop | null }>(props: Given, { member, script, bring }: { member: string; script: string; bring: () => Promise<unknown> }) {
  const element = shallowRef<Element | null>(null);
  onMounted(() => {
    const form = element.value!;
    const giving = new Giving(() => form, member);
    const document = () => (props as Record<string, unknown>)[member];
    const giveOcop = () => {
      if (props.ocop) form.ocop = toRaw(props.ocop);
    };
    form.addEventListener("ocop-change", (event: Event) => giving.heard(event as CustomEvent));
    watch(() => contentOf(document()), () => giving.give(toRaw(document())), { immediate: true });
    watch(() => props.ocop, giveOcop, { immediate: true });
    bringForm(() => element.value, script, bring);
  });
  return { element };
}

const flag = (on: boolean) => (on ? "" : null);

/** The attributes that both forms have. */
function attributesOf({ lang, name, base, noSave, noHistory, disabled }: { lang?: Lang; name?: string; base?: string; noSave: boolean; noHistory: boolean; disabled: boolean }) {
  return { lang, name, base, "no-save": flag(noSave), "no-history": flag(noHistory), disabled: flag(disabled) };
}

declare module "vue" {
  interface GlobalComponents {
    OcopScore: typeof OcopScore;
    OcopDossier: typeof OcopDossier;
  }
}
