import type { Change, Witness } from "../diff/change.ts";
import { isMap, type Json, printJson } from "../json.ts";
import { oneLineJson } from "./one-line-json.ts";

/** What each side says of a witness, as the end of a sentence that begins with it. */
export function witnessVerdict({ before, after, kind }: Witness, { direction }: Change): string {
  const isAnswer = kind === "response" || (kind === "value" && direction === "response");
  if (before === after) return `is ${before} on both sides`;
  if (isAnswer) {
    return before === "rejected"
      ? "could not come before, and may come now"
      : "could come before, and cannot now";
  }
  return before === "accepted" ? "was accepted, is now rejected" : "was rejected, is now accepted";
}

/** A witness in one line: the value, or what tells of a message of HTTP. */
export function witnessLine({ kind, value }: Witness): string {
  if (kind === "value" || !isMap(value)) return oneLineJson(value);
  const body = value.get("body");
  const parts = [startLine(value), ...headerLines(value), ...(body === undefined ? [] : [oneLineJson(body)])];
  return parts.filter((part) => part !== "").join(", ");
}

/** A witness as a block of code: JSON, or a message of HTTP. */
export function witnessBlock({ kind, value }: Witness): { readonly language: string; readonly text: string } {
  if (kind === "value" || !isMap(value)) return { language: "json", text: jsonText(value) };
  const body = value.get("body");
  const head = [startLine(value), ...headerLines(value)].filter((line) => line !== "");
  return {
    language: "http",
    text: [...head, ...(body === undefined ? [] : ["", jsonText(body)])].join("\n"),
  };
}

const narrow = 72;

/** Small values in one line, others as they are printed. */
function jsonText(value: Json): string {
  const line = oneLineJson(value);
  return line.length <= narrow ? line : printJson(value);
}

/** `GET /things?days=5` of a request, `HTTP 404` of a response; parts that are not known are left out. */
function startLine(message: ReadonlyMap<string, Json>): string {
  const method = plain(message.get("method"));
  const target = [method, plain(message.get("path"))].filter((part) => part !== "").join(" ");
  const status = plain(message.get("status"));
  return status === "" ? target : [target, `HTTP ${status}`].filter((part) => part !== "").join(" answers ");
}

function headerLines(message: ReadonlyMap<string, Json>): readonly string[] {
  const headers = message.get("headers");
  return isMap(headers) ? [...headers].map(([name, value]) => `${name}: ${plain(value)}`) : [];
}

function plain(value: Json | undefined): string {
  if (value === undefined) return "";
  return typeof value === "string" ? value.replace(/[\r\n]+/g, " ") : oneLineJson(value);
}
