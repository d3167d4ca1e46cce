#!/usr/bin/env node
/* A bit of all that the language has. */
import plain, { one as first, type Two, default as three } from "./plain.js";
import * as space from "space" with { type: "json" };
import type { Four } from "four";
import five = require("five");
import "side-effect";
export * from "./six";
export * as seven from "./seven";
export { eight as ate, type Nine } from "./eight";
export type { Ten } from "./ten";
export default async function* eleven<T extends object = {}>(this: Window, { a, b: [c = 1, ...d], ...e }: T, f?: string): AsyncGenerator<T> {
  yield* twelve(a, ...d);
  const thirteen = yield, fourteen = await (yield b);
  return void 0;
}
declare module "fifteen" { export interface Sixteen<T> extends Array<T> { <U>(x: U): T; new (x: number): T; readonly [key: string]: T; get y(): number; z?(): void } }
declare global { var seventeen: unique symbol; }
namespace Eighteen.Nested { export const nineteen = 0x13n; }
abstract class Twenty<in out T> extends mixin(Base)<T> implements Named, Dated<T> {
  static #count = 0; static { this.#count += 1_000; }
  declare readonly name: string; private accessor age! : number; [computed + 1]?: () => void = () => {};
  constructor(protected readonly x: number, @inject("y") public y = 2) { super(); }
  @get("/z") async *z<U>(@param() u: U): AsyncIterable<U> { if (#count in this) yield u; }
  get value(): T { return this.x as unknown as T } set value(v) { this.#value = v; }
  abstract todo(): asserts this is Done; over(a: 1): void; over(a: any) {}
  "quoted"() { return super.quoted?.(); } 42() {} [Symbol.iterator] = this.z
}
@sealed @named("n") export class Decorated { @column({ type: "int" }) id!: number }
const enum Level { Low = 1 << 0, High = Low | 2, Text = "text", "quoted" = `t`.length }
type Mapped<T> = { -readonly [K in keyof T as `get${Capitalize<K & string>}`]+?: T[K] extends (infer R extends string)[] ? R : never };
type Fn = new (...args: any[]) => (a: string, b?: typeof first.x) => a is "b"; interface Empty {}
function over(x: string): string; function over(x: number): number; function over(x: any) { return x }
let view = <T,>(x: T) => <Box.Inner key="it's" {...x} on:click={() => go(`a${x}b`)} render=<b/>>don't {/* c */} {...list} &amp; <>t</> <a-b c:d='"'>{x < 1 ? <i/> : null}</a-b></Box.Inner>;
const generic = call<Map<string, Array<number>>>(a < b, c > (d), e<f>(g)), inst = make<string>, tagged = sql<Row>`select ${x} from ${sql.id("t")}`;
const chain = a?.b?.[c]?.(d)!.e!["f"] ?? g?.<string>(h) as const satisfies Four, not = a < b || c > d, shift = a >> b >>> c << 2 >= 1;
const regex = /[/\]]+(?<n>a)/giu.test(s) ? a / b / c : /=/; if (a) /re/.exec(a); let t = a++ / 2; const o = { a, b: 1, [c]: 2, "d": 3, get e() { return 4 }, set e(v) {}, async *f() {}, async g() {}, get: 5, async: 6, ...h, 7: 8 };
({ a, b: { c = 1 }, ...d } = o); [x, , y = 2, ...z] = w; ({}).x; (async () => { for await (const x of y) { } })();
const arrows = [x => x, async x => await x, (a, b = 1, ...c): number => a, (a?: string) => {}, async <T,>({ a }: T) => a, () => ({}), c ? (d) : e => f, c ? (d): e => f : g];
label: for (let i = 0, n = xs.length; i < n && !("a" in o); i++) { if (i % 2) continue label; else if (i) break; else do { i--; } while (i > 0) }
for (const key in object) ; for (var of of of) ; for (const { a, b } of c) d(a, b); while (x--) { y **= (-2) ** 2; }
switch (f(x)) { case 1: case "two": { g(); break } default: throw new Error(`no ${x}`, { cause: e }) }
try { risky() } catch { } finally { debugger } try { } catch ({ message }: any) { log(message) }
var type = 1, as = 2, of = 3, async = 4, get = 5, module = 6; type
= 7; async
(8); let z1 = new Foo, z2 = new (bar())(), z3 = new a.b.C<D>(1), z4 = new.target, z5 = import.meta.url, z6 = await import("dyn");
using resource = open(), other = null; await using handle = await openAsync();
export { plain as default, z1 as "quoted name" }; export import alias = Eighteen.Nested;
