import { expect, it } from "vitest";
import { faultsIn } from "../builders/compile.ts";
import { withHead } from "../builders/spec-texts.ts";
import { typeOf, viewsFrom } from "../builders/views-from.ts";
import { generateTexts } from "../stories.ts";

const ref = (key: string): string => `{ $ref: "#/components/schemas/${key}" }`;

/** A union of two, told apart by `kind`, and what the first of them says of it. */
function specOf(kind: string, required: boolean): string {
  const fields = `properties: { ${kind === "" ? "" : `kind: ${kind}, `}a: { type: string } }`;
  return `components:
  schemas:
    Pet: { oneOf: [${ref("Cat")}, ${ref("Dog")}], discriminator: { propertyName: kind } }
    Cat: { type: object, ${required ? "required: [kind], " : ""}${fields} }
    Dog: { type: object, required: [kind], properties: { kind: { const: Dog } } }`;
}

it.each<readonly [kind: string, required: boolean, type: string]>([
  ["{ type: string }", true, 'Cat & { "kind": "Cat" }'],
  ["{ type: string }", false, 'Cat & { "kind"?: "Cat" }'],
  ["{ enum: [Cat, Dog] }", false, 'Cat & { "kind"?: "Cat" }'],
  ["{ const: Cat }", true, "Cat"],
  ["{ const: Cat }", false, "Cat"],
  ["", false, 'Cat & { "kind": "Cat" }'],
])("tells a variant with kind %s (required: %s) by %s", (kind, required, type) => {
  const views = viewsFrom(specOf(kind, required));
  const pet = views.api.models.find(({ key }) => key === "Pet");
  if (pet === undefined) throw new Error("There is no Pet.");
  expect(typeOf(pet.shape, views, "response")).toBe(`${type} | Dog`);
});

it.each(["{ type: string }", "{ const: Cat }", "{ enum: [Cat, Dog] }"])(
  "narrows on a tag that may be absent, and takes a value without it: %s",
  async (kind) => {
    const answer = `responses: { "200": { description: One., content: { application/json: { schema: ${ref("Pet")} } } } }`;
    const spec = `paths: { /pet: { get: { operationId: getPet, ${answer} } } }\n${specOf(kind, false)}`;
    const { value } = await generateTexts({ "openapi.yaml": withHead(spec) }, { outputs: ["models"] });
    const use = `import type { Pet } from "./src/index.js";
      export const untold: Pet = { a: "x" };
      export function voice(pet: Pet): string | undefined {
        return pet.kind === "Dog" ? pet.kind : pet.a;
      }`;
    const files = new Map([...value.files.map(({ path, text }) => [path, text] as const), ["use.ts", use]]);
    expect(faultsIn(files)).toEqual([]);
  },
);
