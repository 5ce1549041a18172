import { discriminatorOf } from "../model/directions.ts";
import type { ListShape, ObjectShape, ReferenceShape, Shape, UnionShape } from "../model/shape.ts";
import { isLongChoice, isLongInteger } from "./exact-integers.ts";
import { objectsIn } from "./objects-in.ts";
import { withSharedScalars } from "./shared-scalars.ts";
import { memberKey, stringLiteral } from "./text.ts";
import type { ViewContext } from "./view-context.ts";

/** What a plan is made with. */
export interface PlanContext {
  readonly views: ViewContext;
  /** The expression of a model's own plan. */
  readonly planOf: (id: string) => string;
  /** The shape is one of several that hold at once, or already a variant of another one. */
  readonly isPart?: true;
}

/**
 * The expression that tells the runtime where a value of the shape holds integers of 64 bits; undefined for nowhere.
 * It follows what `typeText` says: where that says `bigint`, the runtime makes one.
 */
export function planText(shape: Shape, context: PlanContext): string | undefined {
  switch (shape.kind) {
    case "number":
      return isLongInteger(shape) ? stringLiteral("int64") : undefined;
    case "choice":
      return isLongChoice(shape) ? stringLiteral("int64") : undefined;
    case "list":
      return listPlan(shape, inside(context));
    case "object":
      return objectPlan(shape, inside(context));
    case "reference":
      return referencePlan(shape, context);
    case "union":
      return unionPlan(shape, context);
    case "all":
      return together(
        withSharedScalars(shape.parts, context.views.models).map((part) =>
          planText(part, { ...context, isPart: true }),
        ),
      );
    default:
      return undefined;
  }
}

function inside({ isPart: _isPart, ...context }: PlanContext): PlanContext {
  return context;
}

function together(plans: readonly (string | undefined)[]): string | undefined {
  const told = [...new Set(plans.filter((plan) => plan !== undefined))];
  return told.length <= 1 ? told[0] : `[${told.join(", ")}]`;
}

const nowhere = "[]";

function listPlan({ prefix = [], items }: ListShape, context: PlanContext): string | undefined {
  const first = prefix.map((shape) => planText(shape, context) ?? nowhere);
  const rest = items === undefined ? undefined : planText(items, context);
  return membersPlan([
    ["prefix", first.every((plan) => plan === nowhere) && rest === undefined ? "" : first.join(", ")],
    ["items", rest],
  ]);
}

function objectPlan({ properties, patterns = [], rest }: ObjectShape, context: PlanContext) {
  const others = rest === undefined ? undefined : planText(rest, context);
  const alike = patterns.flatMap(({ pattern, shape }): readonly (readonly [string, string | undefined])[] =>
    isPattern(pattern) ? [[pattern, planText(shape, context)]] : [],
  );
  const named = properties.map(({ name, shape }) => [name, planText(shape, context)] as const);
  // What is named is none of the others, whether it holds such integers or not.
  const isFull = others !== undefined;
  return membersPlan([
    ["fields", memberTexts(named, isFull)],
    ["patterns", memberTexts(alike, isFull)],
    ["rest", others],
  ]);
}

function memberTexts(
  members: readonly (readonly [name: string, plan: string | undefined])[],
  isFull: boolean,
): string {
  return members
    .filter(([, plan]) => isFull || plan !== undefined)
    .map(([name, plan = nowhere]) => `${memberKey(name)}: ${plan}`)
    .join(", ");
}

function membersPlan(members: readonly (readonly [key: string, text: string | undefined])[]) {
  const told = members.flatMap(([key, text]) => {
    if (text === undefined || text === "") return [];
    if (key === "prefix") return [`${key}: [${text}]`];
    return [`${key}: ${key === "fields" || key === "patterns" ? `{ ${text} }` : text}`];
  });
  return told.length === 0 ? undefined : `{ ${told.join(", ")} }`;
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, "u").test("") || true;
  } catch {
    return false;
  }
}

/** A model that is told apart into variants is what it says itself, and what its variant says. */
function referencePlan({ id }: ReferenceShape, context: PlanContext): string | undefined {
  const { views, planOf, isPart } = context;
  const { longModels } = views;
  if (!longModels.has(id)) return undefined;
  const shape = views.models.get(id)?.shape;
  const discriminator = shape === undefined || shape.kind === "union" ? undefined : discriminatorOf(shape);
  if (discriminator === undefined || isPart === true) return planOf(id);
  const { property, mapping } = discriminator;
  const variants = [...new Set(mapping.map((one) => one.id))].filter((variant) => longModels.has(variant));
  return together([
    planOf(id),
    ...variants.map((variant) => {
      const values = mapping.filter((one) => one.id === variant).map(({ value }) => value);
      return conditional(property, values, planOf(variant));
    }),
  ]);
}

function conditional(property: string, values: readonly string[], plan: string): string {
  return `{ when: [${[property, ...values].map(stringLiteral).join(", ")}], then: ${plan} }`;
}

/** Each branch says so where its values are told apart by what a property holds. */
function unionPlan(union: UnionShape, context: PlanContext): string | undefined {
  const { branches, discriminator } = union;
  const tags = discriminator === undefined ? tagsOf(branches, context.views) : undefined;
  return together(
    branches.map((branch) => {
      const plan = planText(branch, context);
      if (plan === undefined) return undefined;
      if (discriminator === undefined) {
        const values = tags?.values.get(branch);
        return tags === undefined || values === undefined ? plan : conditional(tags.property, values, plan);
      }
      const mapping = branch.kind === "reference" ? discriminator.mapping : [];
      const values = mapping.filter(({ id }) => "id" in branch && id === branch.id).map(({ value }) => value);
      const isFallback = branch.kind === "reference" && branch.id === discriminator.fallback;
      return values.length === 0 || isFallback ? plan : conditional(discriminator.property, values, plan);
    }),
  );
}

interface Tags {
  readonly property: string;
  readonly values: ReadonlyMap<Shape, readonly string[]>;
}

/** A property that lists other values in each branch that is an object; undefined if there is none. */
function tagsOf(branches: readonly Shape[], { models }: ViewContext): Tags | undefined {
  const listed = branches.flatMap((branch) => {
    const objects = objectsIn([branch], models);
    return objects.length === 0 ? [] : [{ branch, properties: objects.flatMap((one) => one.properties) }];
  });
  if (listed.length < 2) return undefined;
  for (const property of new Set(listed.flatMap(({ properties }) => properties.map(({ name }) => name)))) {
    const values = listed.map(({ branch, properties }) => {
      const shapes = properties.filter(({ name }) => name === property).map(({ shape }) => shape);
      const choice = shapes.find((shape) => shape.kind === "choice");
      return [branch, choice?.values.map(({ value }) => String(value)) ?? []] as const;
    });
    const all = values.flatMap(([, texts]) => texts);
    const isTelling = values.every(([, texts]) => texts.length > 0) && new Set(all).size === all.length;
    if (isTelling) return { property, values: new Map(values) };
  }
  return undefined;
}
