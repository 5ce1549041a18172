import { isList, isMap, type Json } from "../json.ts";

export interface SchemaText {
  readonly text: string | undefined;
  readonly problem: string | undefined;
}

export async function schemaText(bundle: Json): Promise<SchemaText> {
  const { default: openapiTS, astToString } = await import("openapi-typescript");
  const ast = await openapiTS(plain(bundle) as never, { silent: true, defaultNonNullable: false });
  return { text: astToString(ast), problem: undefined };
}

function plain(value: Json): unknown {
  if (isMap(value)) return Object.fromEntries([...value].map(([key, member]) => [key, plain(member)]));
  if (isList(value)) return value.map(plain);
  return typeof value === "bigint" ? Number(value) : value;
}
