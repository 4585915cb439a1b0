// The sheets of a council's members, as they come in: as files of sheets and of whole
// councils, as links or vectors. Nothing is worked out here, and no two sheets become one
// before somebody has said so.

import { problemsOf, parseDocument } from "../element/intake.js";
import { sheetInLink } from "../element/link.js";
import type { Ocop } from "../ocop.js";
import { OcopError } from "../problems.js";
import type { Council, CouncilRecord, Problem, Sheet } from "../types.js";
import { isSame } from "./tree.js";

export type Member = CouncilRecord["members"][number];

/** A sheet that came in, and whose it is. */
export interface Came {
  /** The member's name, or where none is given that of the file; "" where there is neither. */
  name: string;
  /** Whether the member is named so, and not the file. */
  isNamed: boolean;
  chair: boolean;
  sheet: Sheet;
}

/** What could not be read, and why. */
export interface Refused {
  name: string;
  problems: Problem[];
}

export interface Intake {
  came: Came[];
  refused: Refused[];
}

const mostBytes = 1 << 20;

/** The sheets in files; of a whole council's file those of its members. */
export async function sheetsInFiles(ocop: Ocop, files: Iterable<File>): Promise<Intake> {
  const intake: Intake = { came: [], refused: [] };
  for (const file of files) {
    try {
      const { readDocument } = await import("../filetype.js");
      intake.came.push(...sheetsIn(ocop, await readDocument(file, "council", mostBytes), file.name.replace(/\.json$/i, "")));
    } catch (error) {
      intake.refused.push({ name: file.name, problems: problemsOf(error) });
    }
  }
  return intake;
}

function sheetsIn(ocop: Ocop, bytes: Uint8Array, file: string): Came[] {
  const document = parsed(bytes);
  if (!document || !Object.hasOwn(document, "members")) {
    ocop.score(bytes); // as bytes: members that stand twice are found too
    return [cameOf(parseDocument(bytes), file)];
  }
  const { valid, problems } = ocop.validate(bytes, { as: "council" });
  if (!valid) throw new OcopError(problems);
  const { edition, set, members } = document as unknown as Council;
  return members.map(({ id, name, chair = false, about, answers }) => ({ name: name ?? about?.assessor ?? id, isNamed: true, chair, sheet: { edition, set, answers } }));
}

function parsed(bytes: Uint8Array): object | undefined {
  try {
    const document: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof document === "object" && document !== null ? document : undefined;
  } catch {
    return undefined; // the module says what is wrong with it
  }
}

/** The sheets in a text of links and vectors, one a line; left is what could not be read. */
export function sheetsInText(ocop: Ocop, text: string): Intake & { left: string } {
  const intake: Intake = { came: [], refused: [] };
  const left = text.split("\n").map((line) => line.trim()).filter((line) => {
    if (line === "") return false;
    try {
      intake.came.push(cameOf(sheetInLink(ocop, vectorIn(line)).sheet, ""));
      return false;
    } catch (error) {
      intake.refused.push({ name: line, problems: problemsOf(error) });
      return true;
    }
  });
  return { ...intake, left: left.join("\n") };
}

/** The vector in a link; a text that is none is a vector itself, or nothing. */
function vectorIn(line: string): string {
  const [, inLink] = /#(?:.*[?&])?ocop=([^&#]*)/.exec(line) ?? [];
  if (inLink === undefined) return line;
  try {
    return decodeURIComponent(inLink);
  } catch {
    return inLink;
  }
}

const cameOf = (sheet: Sheet, file: string): Came => {
  const assessor = sheet.about?.assessor?.trim();
  return { name: assessor || file, isNamed: Boolean(assessor), chair: false, sheet };
};

/** How a sheet is like one that is there: the same levels, a member of the same name, or both. */
export interface Likeness {
  at: number;
  why: "sheet" | "name" | "both";
}

/** What of the members a sheet that came is like; undefined where it is new. */
export function likenessOf(members: readonly Member[], { name, isNamed, sheet }: Came): Likeness | undefined {
  const isTwin = (member: Member | undefined) => member !== undefined && isSame(member.answers, sheet.answers);
  const namesake = isNamed ? members.findIndex((member) => isSameName(calledOf(member), name)) : -1;
  if (namesake >= 0) return { at: namesake, why: isTwin(members[namesake]) ? "both" : "name" };
  const twin = members.findIndex(isTwin);
  return twin >= 0 ? { at: twin, why: "sheet" } : undefined;
}

/** What a member is called. */
export const calledOf = ({ name, id }: Partial<Member>): string => name?.trim() || id || "";

/** Whether two names are one person's, however they are typed. */
const isSameName = (a: string, b: string): boolean => plain(a) === plain(b);

const plain = (name: string): string => name.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("vi");

/** A sheet that came as the record of one more member; the chair stays who it is. */
export function memberOf(members: readonly Member[], { name, chair, sheet }: Came): Member {
  const taken = new Set(members.map(({ id }) => id));
  let n = members.length + 1;
  while (taken.has(`m${n}`)) n++;
  const isChair = chair && !members.some((member) => member.chair);
  return { id: `m${n}`, ...(name && { name }), ...(isChair && { chair: true }), answers: sheet.answers };
}

/** What the module is asked of a council's record; undefined while there is no sheet, or no product set. */
export function requestOf(edition: Council["edition"], set: Council["set"] | undefined, { members = [], seats, gates, policy }: Partial<CouncilRecord>): Council | undefined {
  if (set === undefined || members.length === 0) return undefined;
  const plainMembers = members.map(({ id, chair, answers = {} }) => ({ id, ...(chair && { chair }), answers }));
  return { edition, set, members: plainMembers, ...(seats !== undefined && { seats }), ...(gates && { gates }), ...(policy && { policy }) };
}
