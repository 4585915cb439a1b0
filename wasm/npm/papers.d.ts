import type { Council, Dossier, Ocop, Paper, PaperName, PaperOptions, Sheet, Written } from "./index.js";
import type { RemoteOcop } from "./worker.js";

/** What fills papers in: Ocop with its checks, or the same in a worker. */
export type Filler = Pick<Ocop, "paperHTML" | "paperParts"> | Pick<RemoteOcop, "paperHTML" | "paperParts">;

/** The paper as elements, which css styles. No text of it becomes markup. */
export function drawPaper(paper: Paper): HTMLElement;

/** Prints the paper alone, whatever else stands in the page. */
export function printPaper(paper: Paper): void;

/** The paper as a file for Word and LibreOffice. */
export function paperDOCX(ocop: Filler, name: PaperName, document: Written<Partial<Dossier> | Sheet | Council>, options?: PaperOptions): Promise<Blob>;

/** Hands the paper to the person as a file. */
export function savePaper(ocop: Filler, name: PaperName, document: Written<Partial<Dossier> | Sheet | Council>, options?: PaperOptions & { format?: "html" | "docx" }): Promise<void>;

/** How papers look, and the page that they are printed on. */
export const css: string;
export const pageCSS: string;
