// Made by wasm/test/types.mjs from the JSON Schemas; do not edit.

import type { CouncilPolicy } from "./council.js";

/** OCOP product dossier. Forms 01, 02 and 03 of Appendix III, Decision 26/2026/QĐ-TTg, with what commune, province and ministry add. */
export interface Dossier {
  /** Edition. The decision that it is assessed by (Article 1). */
  edition: "qd26-2026";
  /** Kind of application. Form 01.4; Article 6.1. */
  application: "first" | "upgrade" | "re-assessment";
  /** Producer. Form 01.1, 02.I, 03.I. */
  producer: Producer;
  /** Product. Form 01.2, 01.3, 02.I.7, 03.I.5. */
  product: Product;
  /** Registration form. Form 01. */
  registration: Registration;
  /** Self-assessment report. Form 02. */
  report: Report;
  /** Evidence. Form 02.III, the annex of evidence. */
  evidence?: Evidence[] | undefined;
  /** Earlier recognition. Article 6.1.b, 6.1.c: for an upgrade and a re-assessment; for a first application where it ended. */
  previous?: Recognition | undefined;
  /** Changes since recognition. Article 6.1.b: for an upgrade. */
  changes?: Changes | undefined;
  /** Updates since recognition. Form 02.III; Article 6.1.c: for a re-assessment. */
  updates?: Updates | undefined;
  /** The commune's report. Form 03; Article 6.2.b. */
  communeReport?: CommuneReport | undefined;
  /** Result proposed by the advisory team. Article 7.3.c. */
  proposed?: Proposal | undefined;
  /** Result of the province's council. Article 7.3.d. */
  council?: CouncilRecord | undefined;
  /** Proposal to the ministry. Articles 6.3, 7.3.e. */
  provinceProposal?: ProvinceProposal | undefined;
  /** Result of the ministry's council. Article 7.4.d. */
  ministry?: CouncilRecord | undefined;
  /** What offices asked for. Articles 7.3.a, 7.3.c, 7.4.c, 7.6.c. */
  requests?: OfficeRequest[] | undefined;
  /** Decision of recognition. Articles 7.3.e, 7.4.e. */
  decision?: Decision | undefined;
  /** Inspections after recognition. Article 9. */
  inspections?: Inspection[] | undefined;
  /** Withdrawal of the certificate. Article 8. */
  withdrawal?: Withdrawal | undefined;
  /** Data of programs. Not printed; any JSON under a reverse domain name, kept unchanged and never judged. */
  extensions?: { [name: string]: unknown } | undefined;
}

export interface Producer {
  /** Name of the producer. Form 01.1, 02.I.1, 03.I.1. */
  name: string;
  /** Kind of organisation. Form 02.I.2, 03.I.2; Article 2.3. */
  kind: "cooperative" | "cooperative-group" | "enterprise" | "farm" | "production-household" | "registered-household" | "association" | "federation" | "operating-centre" | "equivalent";
  /** Size. Not printed; as the rules on small and medium enterprises have it. */
  size?: "micro" | "small" | "medium" | "large" | undefined;
  /** Share of capital held by local people (%). Appendix II, criterion 3.1. */
  localCapital?: number | undefined;
  /** Tax code or personal number. Not printed; tells producers of one name apart. */
  taxCode?: string | undefined;
  /** Address. Form 01.1, 02.I.3, 03.I.3. */
  address: string;
  /** Telephone. Form 01.1, 02.I.4. */
  phone: string;
  /** E-mail. Form 01.1, 02.I.4. */
  email?: string | undefined;
  /** Legal representative. Form 01.1, 02.I.5, 03.I.4. */
  representative: Representative;
  /** Day of founding or business registration. Form 02.I.6. */
  founded?: string | undefined;
  /** Number of the registration. Form 02.I.6. */
  licenceNumber?: string | undefined;
}

export interface Representative {
  /** Representative's name. Form 01.1, 02.I.5, 03.I.4. */
  name: string;
  /** Position. Form 01.1. */
  position: string;
  /** Gender. Form 02.I.5, 03.I.4. */
  gender: "male" | "female";
  /** Ethnicity. Form 02.I.5, 03.I.4. */
  ethnicity: string;
  /** Permanent address. Form 02.I.5, 03.I.4. */
  address: string;
}

export interface Product {
  /** Name of the product. Form 01.2, 02.I.7, 03.I.5. */
  name: string;
  /** Sector. Form 01.3; Appendix I. */
  sector: "I" | "II" | "III" | "IV" | "V" | "VI";
  /** Group. Form 01.3; Appendix I. */
  group: "1" | "2" | "3" | "4" | "5" | "6";
  /** Subgroup. Form 01.3; Appendix I; not every group has some. */
  subgroup?: "a" | "b" | "c" | "d" | undefined;
  /** Product set. Appendix II. */
  set: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 22 | 23 | 24 | 25 | 26;
  /** Specification. Form 02.I.7. */
  specification: string;
  /** Standard applied. Form 02.I.7. */
  standard?: string | undefined;
  /** Product code. Not printed; given on recognition. */
  code?: string | undefined;
}

export interface Registration {
  /** Province code. Form 01, head. */
  province: "01" | "04" | "08" | "11" | "12" | "14" | "15" | "19" | "20" | "22" | "24" | "25" | "31" | "33" | "37" | "38" | "40" | "42" | "44" | "46" | "48" | "51" | "52" | "56" | "66" | "68" | "75" | "79" | "80" | "82" | "86" | "91" | "92" | "96";
  /** Commune code. Form 01, number of the receipt. */
  commune: string;
  /** Year. Form 01, head. */
  year: number;
  /** Number of samples. Form 01.5; Article 6.2.d. */
  samples?: number | undefined;
  /** Day of the registration form. Form 01, foot. */
  date: string;
  /** The commune's receipt. Form 01, for the commune. */
  communeReceipt?: Receipt | undefined;
  /** The province's receipt. Form 01, for the province. */
  provinceReceipt?: Receipt | undefined;
}

export interface Receipt {
  /** Number of the receipt. Form 01, for the offices. */
  number: string;
  /** Day of receipt. Form 01, for the offices. */
  date: string;
  /** Received by. Form 01, for the offices. */
  receiver: string;
}

export interface Report {
  /** Papers and conditions. Form 02.I.7.a to d. */
  papers?: Papers | undefined;
  /** Papers that need not be there. Not printed; beside Form 02.I.7.a to c. */
  exemptions?: Exemption[] | undefined;
  /** History of the producer. Form 02.I.8. */
  history: string;
  /** Organisation of the producer. Form 02.I.9. */
  organisation: string;
  /** Results of the business plan. Form 02.II. */
  results: BusinessResults;
  /** Figures. Form 02.I, 02.II; Article 6.1.c: as data, beside the prose. */
  figures?: Figures | undefined;
  /** Self-assessment by criterion. Form 02.III. */
  claims: { [name: string]: Claim };
  /** Business plan ahead. Form 02.IV. */
  plan: BusinessPlan;
  /** Day of the report. Form 02, foot. */
  date: string;
}

export interface Papers {
  /** Business registration. Form 02.I.7.a. */
  businessRegistration?: boolean | undefined;
  /** Product quality declared. Form 02.I.7.b. */
  qualityDeclared?: boolean | undefined;
  /** Food-safety certificate of the facility. Form 02.I.7.c. */
  foodSafety?: boolean | undefined;
  /** Certificate of mandatory production conditions. Form 02.I.7.c. */
  productionConditions?: boolean | undefined;
  /** Trademark certificate. Form 02.I.7.d. */
  trademark?: boolean | undefined;
  /** Right to use a geographical indication, a collective or certification mark, in writing. Form 02.I.7.d. */
  sharedMark?: boolean | undefined;
  /** Patent. Form 02.I.7.d. */
  patent?: boolean | undefined;
  /** Industrial design patent. Form 02.I.7.d. */
  industrialDesign?: boolean | undefined;
  /** Copyright certificate. Form 02.I.7.d. */
  copyright?: boolean | undefined;
  /** Other intellectual property. Form 02.I.7.d. */
  other?: string | undefined;
}

export interface Exemption {
  /** Paper that need not be there. Form 02.I.7.a to c. */
  paper: "business-registration" | "food-safety-certificate" | "production-certificate" | "quality-declaration";
  /** Ground. Not printed; the rule that frees from it or the paper that stands in for it. */
  ground: string;
  /** Evidence of the ground. Form 02.III; ids of pieces of evidence. */
  evidence?: string[] | undefined;
}

export interface BusinessResults {
  /** Materials and technology. Form 02.II. */
  materials: string;
  /** Changes in quality. Form 02.II. */
  quality: string;
  /** Markets. Form 02.II. */
  market: string;
  /** Business results. Form 02.II. */
  business: string;
  /** Revenue and profit by year. Form 02.II. */
  years?: YearResult[] | undefined;
}

export interface YearResult {
  /** Year. Form 02.II. */
  year: number;
  /** Revenue (million đồng). Form 02.II. */
  revenue: number;
  /** Profit (million đồng). Form 02.II. */
  profit?: number | undefined;
  /** Output. Form 02.II; Article 6.1.c; in the unit beside it. */
  output?: number | undefined;
  /** Unit of the output. Form 02.II; such as kg, lít, chai, lượt khách. */
  unit?: string | undefined;
}

export interface Figures {
  /** Workers. Form 02.III; Appendix II, criterion 3.3. */
  workers?: Workers | undefined;
  /** Materials. Form 02.II; Appendix II, criterion 1.1. */
  materials?: Material[] | undefined;
  /** Growing area. Form 02.II. */
  area?: GrowingArea | undefined;
  /** Linkage contracts. Form 02.III; Appendix II, the criterion on chain linkage. */
  contracts?: Contract[] | undefined;
  /** Markets and sales channels. Form 02.II. */
  markets?: Market[] | undefined;
}

export interface Workers {
  /** Workers in all. Form 02.III. */
  total: number;
  /** Workers from the commune. Appendix II, criterion 3.3. */
  local?: number | undefined;
  /** Insured workers. Form 02.III. */
  insured?: number | undefined;
}

export interface Material {
  /** Name of the material. Form 02.II. */
  name: string;
  /** Quantity a year. Form 02.II; in the unit beside it. */
  quantity?: number | undefined;
  /** Unit. Form 02.II; such as kg, lít. */
  unit?: string | undefined;
  /** Where it comes from. Form 02.II. */
  place?: string | undefined;
  /** Share from the province (%). Appendix II, criterion 1.1. */
  fromProvince?: number | undefined;
  /** Share from the commune (%). Appendix II, criterion 1.1 of fresh products and ornamentals. */
  fromCommune?: number | undefined;
}

export interface GrowingArea {
  /** Area (m²). Form 02.II. */
  squareMetres?: number | undefined;
  /** Households that take part. Form 02.II. */
  households?: number | undefined;
  /** Where it lies. Form 02.II. */
  place?: string | undefined;
}

export interface Contract {
  /** Partner. Form 02.III. */
  partner: string;
  /** Share of the output sold (%). Appendix II, the criterion on chain linkage. */
  share: number;
  /** Kept since. Appendix II, the criterion on chain linkage. */
  since?: string | undefined;
  /** Until. As in the contract. */
  until?: string | undefined;
  /** Evidence. Form 02.III; ids of pieces of evidence. */
  evidence?: string[] | undefined;
}

export interface Market {
  /** Sales channel. Form 02.II; Appendix II, criterion 4.1. */
  channel: "supermarket" | "convenience-store" | "e-commerce" | "shop" | "export";
  /** Market, chain or shop. Form 02.II. */
  name?: string | undefined;
  /** Share of the output sold (%). Form 02.II. */
  share?: number | undefined;
}

export interface Claim {
  /** Option claimed. Form 02.III. */
  option: string;
  /** Description. Form 02.III. */
  description?: string | undefined;
  /** Evidence. Form 02.III; ids of pieces of evidence. */
  evidence?: string[] | undefined;
}

export interface BusinessPlan {
  /** Plan for the product. Form 02.IV. */
  product: string;
  /** Plan for production. Form 02.IV. */
  production: string;
  /** Plan for the market. Form 02.IV. */
  market: string;
}

export interface Evidence {
  /** Id of the piece. Not printed; claims name pieces by it. */
  id: string;
  /** Kind of evidence. Form 02.III, the table and what stands beside it. */
  kind: "awards" | "barcode-and-tracing" | "business-growth" | "business-registration" | "disability" | "environment-and-technology" | "exemption" | "food-safety-certificate" | "intellectual-property" | "local-labour" | "market-development" | "materials-and-linkage" | "other" | "place-recognition" | "production-certificate" | "promotion" | "quality-declaration" | "quality-management" | "story" | "test-report";
  /** Title. Form 02.III. */
  title?: string | undefined;
  /** File. Article 7.1: the electronic dossier. */
  file: EvidenceFile;
  /** Number. As on the paper. */
  number?: string | undefined;
  /** Issuer. As on the paper. */
  issuer?: string | undefined;
  /** Day of issue. As on the paper. */
  issued?: string | undefined;
  /** Last day of validity. As on the paper, where it has one. */
  expires?: string | undefined;
  /** Pages. Not printed; where one file holds several papers. */
  pages?: string | undefined;
}

export interface EvidenceFile {
  /** File name. Article 7.1. */
  name: string;
  /** Media type. Article 7.1. */
  mediaType: "application/pdf" | "image/jpeg" | "image/png" | "image/webp" | "image/tiff" | "image/heic" | "audio/mpeg" | "audio/mp4" | "video/mp4" | "video/quicktime" | "application/msword" | "application/vnd.ms-excel" | "application/vnd.ms-powerpoint" | "application/vnd.openxmlformats-officedocument.wordprocessingml.document" | "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" | "application/vnd.openxmlformats-officedocument.presentationml.presentation" | "application/zip";
  /** Size (bytes). Article 7.1. */
  size: number;
  /** SHA-256. Article 7.1; tells whether a file was changed. */
  sha256: string;
}

export interface Recognition {
  /** Product code. Not printed; T-X-STT-YYYY. */
  productCode?: string | undefined;
  /** Stars recognised. Article 4.3: 3 to 5 stars. */
  star: number;
  /** Number of the decision. Article 4.1. */
  decision: string;
  /** Recognised by. Article 4.1. */
  issuer?: string | undefined;
  /** Day the certificate was issued. Article 4.3: the 36 months run from this day. */
  issued: string;
  /** Last day that the certificate prints. Article 12.1; 36 months where it prints none. */
  expires?: string | undefined;
}

export interface Changes {
  /** What has changed. Article 6.1.b. */
  description: string;
  /** Evidence of the changes. Article 6.1.b; ids of pieces of evidence. */
  evidence: string[];
}

export interface Updates {
  /** Materials. Form 02.III; Article 6.1.c. */
  materials: string;
  /** Technology. Form 02.III; Article 6.1.c. */
  technology: string;
  /** Packaging. Form 02.III; Article 6.1.c. */
  packaging: string;
  /** Labels. Form 02.III; Article 6.1.c. */
  labels: string;
  /** Declaration of quality. Form 02.III; Article 6.1.c. */
  declaration: string;
  /** Periodic test reports. Article 6.1.c. */
  tests: string;
  /** Market. Form 02.III; Article 6.1.c. */
  market: string;
  /** Output. Form 02.III; Article 6.1.c. */
  output: string;
  /** Revenue. Form 02.III; Article 6.1.c. */
  revenue: string;
  /** Papers with a term that were renewed. Form 02.III; Article 6.1.c; ids of pieces of evidence. */
  renewed?: string[] | undefined;
}

export interface CommuneReport {
  /** Number of the proposal. Article 6.2.a. */
  number?: string | undefined;
  /** Number of the report. Form 03. */
  report?: string | undefined;
  /** Day of the proposal. Form 03; Article 5.1. */
  date: string;
  /** Local materials. Form 03.II.1. */
  materials: Finding;
  /** Local labour. Form 03.II.2. */
  labour: Finding;
  /** Origin of the idea. Form 03.II.3. */
  idea: Finding;
  /** Local identity and knowledge. Form 03.II.4. */
  identity: Finding;
}

export interface Finding {
  /** As the producer describes it. Form 03.II.1, 03.II.2. */
  described?: string | undefined;
  /** As the commune assesses it. Form 03.II. */
  assessed: string;
}

export interface Proposal {
  /** Day of the report. Article 7.3.c. */
  date: string;
  /** Number of the report. Article 7.3.c. */
  number?: string | undefined;
  /** Option for each criterion. Appendix II. */
  answers: { [name: string]: string };
  /** Knock-outs found. Appendix II. */
  gates?: string[] | undefined;
  /** Note of the advisory team. Article 7.3.c. */
  note?: string | undefined;
}

export interface CouncilRecord {
  /** Day of the meeting. Articles 7.3.d, 7.4.d. */
  date: string;
  /** Number of the minutes. Articles 7.3.d, 7.4.d. */
  minutes?: string | undefined;
  /** Decision that set the council up. Articles 7.3.b, 7.4.b. */
  established?: Letter | undefined;
  /** Decision on its rules of procedure. Articles 7.3.b, 7.4.b. */
  regulation?: Letter | undefined;
  /** Delegation of the chair. Articles 7.3.b, 7.4.b: to the head of an agency, where it is needed. */
  delegation?: Letter | undefined;
  /** Report put before the council. Articles 7.3.c, 7.4.c: the advisory team's; 7.6.c, 7.6.e: the OCOP office's. */
  advice?: Letter | undefined;
  /** How the members were heard. Articles 7.3.d, 7.6.d: in a meeting, or in writing for a re-assessment. */
  form?: "meeting" | "written" | undefined;
  /** Why a meeting was held. Articles 7.6.d, 7.6.e: for a re-assessment. */
  reason?: string | undefined;
  /** The council's report. Articles 6.3.a, 7.3.d, 7.4.d. */
  report?: Letter | undefined;
  /** Members that the council has. Articles 7.3.b, 7.4.b. */
  seats?: number | undefined;
  /** Members' sheets. Appendix II. */
  members: CouncilMember[];
  /** Members who gave no sheet. Articles 7.3.b, 7.4.b. */
  absent?: AbsentMember[] | undefined;
  /** Knock-outs found. Appendix II. */
  gates?: string[] | undefined;
  /** The council's rules of procedure. Articles 7.3.b, 7.4.b: issued by the province's chair or the minister. */
  policy?: CouncilPolicy | undefined;
}

export interface Letter {
  /** Number. As on the paper. */
  number: string;
  /** Day of issue. As on the paper. */
  date: string;
}

export interface CouncilMember {
  /** Member's id. Not printed. */
  id: string;
  /** Name and position. Articles 7.3.b, 7.4.b. */
  name?: string | undefined;
  /** Office that the member stands for. Articles 7.3.b, 7.4.b. */
  office?: "leadership" | "agriculture-environment" | "industry-trade" | "health" | "science-technology" | "culture-sports-tourism" | "food-safety" | "ocop-office" | "specialised-agency" | "expert" | "invited-association" | "invited-organisation" | undefined;
  /** Chair. Articles 7.3.b, 7.4.b. */
  chair?: boolean | undefined;
  /** Option for each criterion. Appendix II. */
  answers: { [name: string]: string };
}

export interface AbsentMember {
  /** Name and position. Articles 7.3.b, 7.4.b. */
  name?: string | undefined;
  /** Office that the member stands for. Articles 7.3.b, 7.4.b. */
  office: "leadership" | "agriculture-environment" | "industry-trade" | "health" | "science-technology" | "culture-sports-tourism" | "food-safety" | "ocop-office" | "specialised-agency" | "expert" | "invited-association" | "invited-organisation";
}

export interface ProvinceProposal {
  /** Number of the proposal. Article 6.3. */
  number?: string | undefined;
  /** Day of the proposal. Articles 5.2, 6.3. */
  date: string;
  /** Decision that approves the result. Articles 6.3.a, 7.3.e. */
  approval?: Letter | undefined;
  /** Report of the OCOP office. Article 6.3.b: for a re-assessment. */
  report?: Letter | undefined;
  /** Number of samples. Article 6.3. */
  samples?: number | undefined;
  /** Day the ministry had all of it. Article 7.6.g. */
  received?: string | undefined;
}

export interface OfficeRequest {
  /** Kind of request. Articles 7.3.a: to complete the dossier; 7.3.c, 7.4.c, 7.6.c: a survey on the spot, more tests. */
  kind: "completion" | "survey" | "test";
  /** Office that asks. Articles 7.2, 7.3, 7.4. */
  by: "commune" | "province" | "ministry";
  /** Day it was asked. Articles 7.3.a, 7.3.c. */
  asked: string;
  /** What is asked. Articles 7.3.a, 7.3.c. */
  what?: string | undefined;
  /** Day it was done. Articles 7.3.a, 7.3.c. */
  done?: string | undefined;
  /** Result. Articles 7.3.c, 7.4.c, 7.6.c. */
  result?: string | undefined;
  /** Evidence of the result. Article 6.3; ids of pieces of evidence. */
  evidence?: string[] | undefined;
}

export interface Decision {
  /** Who recognises it. Article 4.1. */
  by: "province" | "ministry";
  /** Number of the decision. Articles 7.3.e, 7.4.e. */
  number: string;
  /** Day of the decision. Articles 4.3, 7.3.e, 7.4.e. */
  date: string;
  /** Stars recognised. Article 4.1. */
  star: number;
  /** Number of the certificate. Articles 7.3.e, 7.4.e. */
  certificate?: string | undefined;
  /** Day the certificate was issued. Article 4.3; the day of the decision where it is left out. */
  issued?: string | undefined;
  /** Last day that the certificate prints. Article 4.3; 36 months where it prints none. */
  expires?: string | undefined;
  /** Day the result was published. Articles 7.3.e, 7.4.e. */
  published?: string | undefined;
  /** Notice of the result. Articles 7.3.g, 7.4.g. */
  notice?: Letter | undefined;
}

export interface Inspection {
  /** Day of the inspection. Article 9.2. */
  date: string;
  /** Kind of inspection. Article 9.2.a. */
  kind: "periodic" | "unannounced";
  /** Who inspects. Article 9.4. */
  by: "province" | "ministry";
  /** Conclusion. Articles 8.1, 9.3. */
  conclusion?: "kept" | "breach" | undefined;
  /** Day of the conclusion. Article 8.4: the 15 days to withdraw run from this day. */
  concluded?: string | undefined;
  /** Ground for withdrawal. Article 8.1. */
  ground?: "untruthful" | "criteria-unmet" | "law-broken" | "mark-misused" | "not-producing" | "other-authority" | undefined;
  /** What was found. Article 9.3. */
  note?: string | undefined;
}

export interface Withdrawal {
  /** Who withdraws it. Article 8.2. */
  by: "province" | "ministry";
  /** Number of the decision. Article 8.3. */
  number?: string | undefined;
  /** Day of the decision. Articles 8.3, 8.4. */
  date: string;
  /** Ground for withdrawal. Article 8.1. */
  ground: "untruthful" | "criteria-unmet" | "law-broken" | "mark-misused" | "not-producing" | "other-authority";
}
