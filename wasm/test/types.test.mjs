// The types as a project meets them: installed, and checked as strictly as it goes.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const tsc = here("node_modules/typescript/bin/tsc");
const work = mkdtempSync(join(tmpdir(), "ocop-types-"));
after(() => rmSync(work, { recursive: true }));

// What npm would install, as far as types go.
const installed = join(work, "ocop");
cpSync(here("../npm/package.json"), join(installed, "package.json"));
for (const folder of ["types", "cjs/types"]) execFileSync("node", [tsc, "-p", here("../npm"), "--outDir", join(installed, folder)], { stdio: "inherit" });
writeFileSync(join(installed, "cjs/package.json"), '{ "type": "commonjs" }');

/** What tsc says of a project with these files, that has installed these packages, by their folders. */
function check(name, files, { packages = {}, type = "module", ...options } = {}) {
  const project = join(work, name);
  for (const [to, from] of Object.entries(packages)) {
    mkdirSync(join(project, "node_modules", to, ".."), { recursive: true });
    symlinkSync(here(from), join(project, "node_modules", to));
  }
  cpSync(installed, join(project, "node_modules/@ocop-vn/ocop"), { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ type }));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(project, file), text);
  const compilerOptions = {
    strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true, verbatimModuleSyntax: true, isolatedModules: true, skipLibCheck: false,
    noEmit: true, target: "es2022", module: "nodenext", lib: ["es2022"], types: [], ...options,
  };
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  return spawnSync("node", [tsc, "-p", project], { encoding: "utf8" }).stdout;
}

const dom = { lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"] };

test("a server needs no types of a browser, nor of Node", () => {
  const use = `
    import { edition, languages, load, OcopError } from "@ocop-vn/ocop";
    import type { Catalogue, Claim, CouncilPolicy, Criterion, Dossier, Evidence, EvidenceFile, Finding, Letter, Member, Options, PaperNode, Problem, ProblemCode, Producer, Receipt, Result, RubricSet, Sheet, LifeStep, Verdict } from "@ocop-vn/ocop";
    const given: string | undefined = undefined;
    const options: Options = { checks: { url: { href: "file:///ocop-checks.wasm" }, integrity: given }, words: ["vi"] as const, wordsURL: given, bytes: new Uint8Array(1) };
    export async function judge(text: string): Promise<Result | readonly Problem[]> {
      const ocop = await load(options);
      try {
        const sheet: Sheet = { edition, set: 13, answers: {}, gates: undefined };
        ocop.validate(text, { as: "dossier", on: given });
        ocop.paper("report", sheet, { lang: languages[0], council: undefined });
        return ocop.score(sheet);
      } catch (error) {
        if (error instanceof OcopError) return error.problems;
        throw error;
      }
    }
    // Inputs take undefined where a member may be left out; outputs never have it.
    export const producer = (taxCode?: string): Pick<Producer, "name" | "taxCode"> => ({ name: "HTX", taxCode });
    export const seats: CouncilPolicy = { quorum: undefined };
    // @ts-expect-error a result's rubric is there, or it is not
    export const strange: Pick<Result, "rubric"> = { rubric: undefined };
    // A problem's code is one of those that there are.
    export const isLost = ({ code }: Problem): boolean => code === "MODULE-04" || code === "JSON-11" || code === "SHEET-01" || code === "PACK-32" || code === "FORM-01" || code === "DOCUMENT-01" || code === "HTTP-01";
    // @ts-expect-error there is no such code
    export const wrong = ({ code }: Problem): boolean => code === "SHEET-99";
    export type { Catalogue, Claim, Criterion, Dossier, Evidence, EvidenceFile, Finding, Letter, Member, PaperNode, ProblemCode, Receipt, RubricSet, LifeStep, Verdict };`;
  assert.equal(check("server", { "use.ts": use }), "");
  assert.equal(check("bundled", { "use.ts": use }, { module: "esnext", moduleResolution: "bundler" }), "");
  assert.equal(check("required", { "use.cts": `import ocop = require("@ocop-vn/ocop");\nconst loaded: Promise<ocop.Ocop> = ocop.load();\nexport = loaded;` }, { type: "commonjs" }), "");
});

test("every type has one name, in English and without a number", () => {
  const files = [...readdirSync(here("../npm/src/documents")).map((name) => `documents/${name}`), "types.ts", "ocop.ts"];
  const names = files.flatMap((file) => [...readFileSync(here(`../npm/src/${file}`), "utf8").matchAll(/^export (?:interface|type|class) (\w+)/gm)].map(([, name]) => name));
  assert.ok(names.length > 100);
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) < i), [], "one would hide the other");
  assert.deepEqual(names.filter((name) => /\d/.test(name)), []);
  execFileSync("node", [here("types.mjs"), "--check"], { stdio: "inherit" });
});

test("the element has the types of its properties and events", () => {
  assert.equal(check("element", { "use.ts": `
    import { OcopScore, type OcopScoreEvents } from "@ocop-vn/ocop/element";
    import { load, type Result, type Sheet } from "@ocop-vn/ocop";
    const form: OcopScore = document.createElement("ocop-score");
    form.addEventListener("ocop-change", ({ detail: { sheet, result } }) => [sheet.set, result.total]);
    form.addEventListener("ocop-ready", (event) => event.detail.result?.star, { once: true });
    form.addEventListener("ocop-finish", ({ detail: { sheet, result } }) => [sheet.set, result.total]);
    form.addEventListener("click", (event) => event.clientX);
    form.addEventListener("other", () => {});
    const told = ({ detail }: OcopScoreEvents["ocop-error"]) => detail.problems[0]?.message.vi;
    form.addEventListener("ocop-error", told);
    form.removeEventListener("ocop-error", told);
    const sheet: Sheet | null = form.sheet;
    const result: Result | null = form.result;
    form.sheet = sheet;
    form.sheet = '{"edition":"qd26-2026","set":13,"answers":{}}';
    form.sheet = undefined;
    form.ocop = await load({ checks: false });
    form.clear();
    result?.total;
    // @ts-expect-error what follows from a sheet is not set
    form.result = null;
    // @ts-expect-error a ready form may have no sheet
    form.addEventListener("ocop-ready", ({ detail }) => detail.sheet.set);
    // @ts-expect-error what calls it is the browser's
    form.connectedCallback();
  ` }, dom), "");
});

test("the element of dossiers has the types of its properties and events", () => {
  assert.equal(check("dossier", { "use.ts": `
    import { OcopDossier, type Draft, type OcopDossierEvents } from "@ocop-vn/ocop/dossier";
    import { load, type Dossier, type Problem } from "@ocop-vn/ocop";
    import type { NamedBlob } from "@ocop-vn/ocop/package";
    const form: OcopDossier = document.createElement("ocop-dossier");
    form.addEventListener("ocop-change", ({ detail: { dossier, problems } }) => [dossier.product?.name, problems[0]?.code]);
    form.addEventListener("ocop-ready", (event) => event.detail.dossier?.application, { once: true });
    form.addEventListener("ocop-finish", async () => void (await fetch("/dossiers", { method: "POST", body: await form.package() })));
    form.addEventListener("click", (event) => event.clientX);
    const told = ({ detail }: OcopDossierEvents["ocop-error"]) => detail.problems[0]?.message.vi;
    form.addEventListener("ocop-error", told);
    form.removeEventListener("ocop-error", told);
    const draft: Draft | null = form.dossier;
    const problems: readonly Problem[] | null = form.problems;
    const whole = {} as Dossier;
    form.dossier = draft;
    form.dossier = whole;
    form.dossier = { producer: whole.producer };
    form.dossier = new TextEncoder().encode("{}");
    form.dossier = undefined;
    form.ocop = await load();
    const files: NamedBlob[] = await form.files();
    problems?.length;
    files[0]?.blob.size;
    // @ts-expect-error what is found wrong is not set
    form.problems = null;
    // @ts-expect-error in a draft any part may be missing
    form.addEventListener("ocop-change", ({ detail }) => detail.dossier.producer.name);
    // @ts-expect-error what calls it is the browser's
    form.connectedCallback();
  ` }, dom), "");
});

test("types fit what is used in a page", () => {
  assert.equal(check("page", { "use.ts": `
    import { load, OcopError, type Result, type Sheet, type Dossier, type Holidays, type Life, type Milestones } from "@ocop-vn/ocop";
    import { loadInWorker } from "@ocop-vn/ocop/worker";
    import { open, pack, packBlob, type PackedFile } from "@ocop-vn/ocop/package";
    import { drawPaper, paperDOCX, printPaper, savePaper } from "@ocop-vn/ocop/papers";
    import { OcopScore, useOcop } from "@ocop-vn/ocop/react";
    import "@ocop-vn/ocop/element";
    const ocop = await load({ checks: false, words: ["vi"] });
    const sheet: Sheet = { edition: "qd26-2026", set: 13, answers: { "1.1": "c" } };
    const result: Result = ocop.score(sheet);
    const least: number | undefined = result.bounds?.star[0];
    const need: string | undefined = result.shortfalls[0]?.need;
    const label: string = ocop.rubric(13, { lang: "vi" }).parts[0].sections[0].criteria[0].options[0].label;
    const both: string = ocop.rubric(13).name.en;
    const points: number = ocop.rules(13).parts[0].sections[0].criteria[0].options[0].points;
    const to: number | null = ocop.plan({ ...sheet, star: 4, locked: ["3.1"] }).total.to;
    const dossier = {} as Dossier;
    const valid: boolean = ocop.validate(dossier).valid;
    const holidays: Holidays = { 2027: { off: ["2027-02-05"] } };
    const judged: boolean = ocop.validate(dossier, { on: "2026-09-17", holidays }).valid;
    const milestones: Milestones = { application: "first", filed: "2026-08-24" };
    const by: string = ocop.deadlines(milestones, { on: "2026-09-17", holidays: "{}" }).due[0].by;
    const life: Life = { steps: [{ step: "file", on: "2026-06-01" }] };
    const next: string[] = ocop.life(life, { on: "2026-09-17" }).next;
    ocop.deadlines(dossier);
    ocop.life(dossier);
    // @ts-expect-error a life knows no days off
    ocop.life(life, { holidays });
    // @ts-expect-error a sheet is not judged as of a day
    ocop.validate(sheet, { as: "sheet", on: "2026-09-17" });
    // @ts-expect-error there is no such step
    ocop.life({ steps: [{ step: "fly", on: "2026-06-01" }] });
    const remote = await loadInWorker();
    const later: string = (await remote.deadlines(milestones)).due[0].by;
    const again: Result = await remote.score(sheet);
    const checked: boolean = (await remote.validate(dossier)).valid && (await remote.validate(sheet, { as: "sheet" })).valid;
    const name: string = (await remote.rubric(13, { lang: "vi" })).name + (await remote.rubric(13)).name.vi;
    const drawn: HTMLElement = drawPaper(ocop.paper("report", sheet, { lang: "en" }));
    printPaper(await remote.paper("form-01", dossier));
    const word: Blob = await paperDOCX(ocop, "minutes", dossier, { council: "ministry" });
    await savePaper(remote, "form-02", "{}", { format: "docx" });
    // @ts-expect-error there is no such paper
    ocop.paper("form-04", dossier);
    const form = OcopScore({ lang: "vi", onChange: (e) => e.detail.result.total });
    const stream: ReadableStream<Uint8Array> = pack(ocop, dossier, [new File([], "a.pdf"), { name: "b.pdf", blob: new Blob() }], { signal: AbortSignal.timeout(9), onProgress: ({ loaded, total }) => loaded / total });
    const opened = await open(remote, await packBlob(remote, "{}", []), { on: "2026-09-17" });
    const piece: PackedFile | undefined = opened.valid ? opened.files.get(opened.dossier.evidence?.[0].file.name ?? "") : undefined;
    // @ts-expect-error of a package that is refused there is no dossier
    opened.dossier.evidence;
    // @ts-expect-error a Blob has no name
    pack(ocop, dossier, [new Blob()]);
    // @ts-expect-error an option is no number
    ocop.score({ edition: "qd26-2026", set: 13, answers: { "1.1": 3 } });
    // @ts-expect-error there is no product set 27
    ocop.score({ edition: "qd26-2026", set: 27, answers: {} });
    export { OcopError, useOcop, least, need, label, both, points, to, valid, again, form, checked, name, drawn, word, judged, by, next, later, stream, piece };` }, { packages: { react: "node_modules/@types/react", csstype: "node_modules/csstype" }, noUncheckedIndexedAccess: false, exactOptionalPropertyTypes: true, ...dom }), "");
});

for (const [version, folder] of [["19", "node_modules"], ["18", "react18/node_modules"]]) {
  test(`types fit React ${version}`, () => {
    const use = `
      import { useRef, useState, type ReactElement } from "react";
      import { OcopDossier, OcopScore, useOcop, type Draft, type OcopDossierElement, type OcopDossierProps, type OcopScoreElement, type OcopScoreProps } from "@ocop-vn/ocop/react";
      import type { Dossier, Sheet } from "@ocop-vn/ocop";
      export function Dossiers(props: { given?: Dossier }): ReactElement {
        const form = useRef<OcopDossierElement>(null);
        const [dossier, setDossier] = useState<Draft | null | undefined>(props.given);
        const rest: OcopDossierProps = { "aria-label": "Hồ sơ", office: undefined, onClick: () => form.current?.files() };
        return (
          <main>
            <OcopDossier {...rest} ref={form} dossier={dossier} ocop={null} lang="vi" office="commune" name="a" sheets="b" base="/ocop/" on="2026-08-24" noSave noHistory disabled={false} className="wide"
              onReady={(e) => setDossier(e.detail.dossier)} onChange={(e) => setDossier(e.detail.dossier)} onFinish={async (e) => [await form.current?.package(), e.detail.problems.length]} onError={(e) => console.error(e.detail.problems[0]?.message.vi)} />
            <ocop-dossier ref={form} class="wide" office="council" sheets="b" on="2026-08-24" no-save="" no-history="" disabled lang="en" />
            {/* @ts-expect-error there is no such office */}
            <OcopDossier office="ministry" />
            {/* @ts-expect-error a dossier has no sheet */}
            <OcopDossier sheet={null} />
            {/* @ts-expect-error the form has no children */}
            <OcopDossier><p /></OcopDossier>
          </main>
        );
      }
      export function App(props: { sheet?: Sheet; wide?: boolean }): ReactElement {
        const { ocop, error } = useOcop({ checks: false });
        const form = useRef<OcopScoreElement>(null);
        const [total, setTotal] = useState(0);
        const rest: OcopScoreProps = { "aria-label": "Phiếu", hidden: false, onClick: () => form.current?.clear(), dir: undefined };
        return (
          <main title={error?.problems[0]?.code ?? String(total)}>
            <OcopScore {...rest} ref={form} key="a" ocop={ocop} sheet={props.sheet} lang="vi" set={13} name="a" noSave noShare={props.wide} noHistory={props.wide} council={false} steps id="form" className="wide" style={{ maxWidth: 800 }}
              data-x="1" onReady={(e) => setTotal(e.detail.result?.total ?? 0)} onChange={(e) => setTotal(e.detail.result.total)} onFinish={(e) => setTotal(e.detail.sheet.set + e.detail.result.total)} onError={(e) => console.error(e.detail.problems[0]?.message.vi)} />
            <OcopScore sheet={null} ref={(element) => { element?.result?.star; }} />
            <ocop-score ref={form} class="wide" id="raw" set={3} no-save="" steps="" no-history="" lang="en" style={{ color: "red" }} />
            {/* @ts-expect-error there is no such language */}
            <OcopScore lang="fr" />
            {/* @ts-expect-error the form has no children */}
            <OcopScore><p /></OcopScore>
            {/* @ts-expect-error a product set is a number */}
            <OcopScore set="13" />
          </main>
        );
      }`;
    const packages = { "@types/react": `${folder}/@types/react`, csstype: `${folder}/csstype`, ...(version === "18" && { "@types/prop-types": `${folder}/@types/prop-types` }) };
    assert.equal(check(`react${version}`, { "use.tsx": use }, { packages, jsx: "react-jsx", ...dom, lib: ["es2022", "dom", "dom.iterable"] }), "");
  });
}

test("types fit Vue", () => {
  const use = `
    import { defineComponent, h, ref, type GlobalComponents } from "vue";
    import { OcopDossier, OcopScore, type Draft, type OcopDossierElement, type OcopScoreElement } from "@ocop-vn/ocop/vue";
    import type { Ocop, Sheet } from "@ocop-vn/ocop";
    export const Dossiers = defineComponent({
      setup() {
        const form = ref<InstanceType<typeof OcopDossier>>();
        const dossier = ref<Draft | null>(null);
        const element = (): OcopDossierElement | null | undefined => form.value?.element;
        return () => [
          h(OcopDossier, { ref: form, ocop: null, dossier: dossier.value, lang: "vi", office: "commune", name: "a", sheets: "b", base: "/", on: "2026-08-24", noSave: true, noHistory: true, disabled: false, class: "wide",
            onReady: ({ dossier }) => dossier?.product, onChange: ({ dossier, problems }) => [dossier.producer?.name, problems[0]?.code], onFinish: async ({ dossier }) => [await element()?.package(), dossier], onError: ({ problems }) => problems[0]?.code }),
          // @ts-expect-error there is no such office
          h(OcopDossier, { office: "ministry" }),
          // @ts-expect-error a change is told with its detail, not as an event
          h(OcopDossier, { onChange: (event: CustomEvent) => event.detail }),
        ];
      },
    });
    export const App = defineComponent({
      props: { sheet: { type: Object as () => Sheet } },
      setup(props) {
        const form = ref<InstanceType<typeof OcopScore>>();
        const ocop = ref<Ocop | null>(null);
        const element = (): OcopScoreElement | null | undefined => form.value?.element;
        return () => [
          h(OcopScore, { ref: form, ocop: ocop.value, sheet: props.sheet, lang: "vi", set: 13, name: "a", base: "/", noSave: true, noShare: false, noHistory: true, council: true, steps: true, class: "wide", id: "form",
            onReady: ({ sheet }) => sheet?.set, onChange: ({ sheet, result }) => [sheet.set, result.total], onFinish: ({ sheet, result }) => [sheet.set, result.total], onError: ({ problems }) => problems[0]?.code, onClick: () => element()?.clear() }),
          h(OcopScore, { sheet: null }),
          // @ts-expect-error there is no such language
          h(OcopScore, { lang: "fr" }),
          // @ts-expect-error a change is told with its detail, not as an event
          h(OcopScore, { onChange: (event: CustomEvent) => event.detail }),
        ];
      },
    });
    export const known: GlobalComponents["OcopScore"] = OcopScore;
    export const knownToo: GlobalComponents["OcopDossier"] = OcopDossier;
    export const raw: HTMLElementTagNameMap["ocop-score"] | null = document.querySelector("ocop-score");`;
  const packages = Object.fromEntries(["vue", "@vue", "csstype", "@babel"].map((name) => [name, `node_modules/${name}`]));
  assert.equal(check("vue", { "use.ts": use }, { packages, ...dom, exactOptionalPropertyTypes: false, skipLibCheck: true }), "");
});
