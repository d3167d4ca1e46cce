// Reads paths, one a line; prints for each: path, then one line a statement with start, end (UTF-8 bytes) and kind, or the error.
import { readFileSync } from "node:fs";
import { loadModule, parseSync } from "libpg-query";

await loadModule();
const out = [];
for (const path of readFileSync(0, "utf8").split("\n").filter(Boolean)) {
  out.push(`file\t${path}`);
  const text = readFileSync(path, "utf8");
  const bytes = Buffer.byteLength(text);
  try {
    for (const { stmt, stmt_location: start = 0, stmt_len: length } of parseSync(text).stmts ?? []) {
      const kind = Object.keys(stmt)[0];
      const detail = stmt[kind];
      const words = [detail.objtype, detail.kind, detail.removeType, detail.renameType].filter((x) => typeof x === "string");
      const commands = (detail.cmds ?? []).map((c) => c.AlterTableCmd?.subtype).filter(Boolean);
      out.push(`statement\t${start}\t${length === undefined ? bytes : start + length}\t${kind}\t${words.join(",")}\t${commands.join(",")}`);
    }
  } catch (error) {
    out.push(`error\t${String(error.message).replaceAll(/\s+/g, " ")}`);
  }
}
process.stdout.write(`${out.join("\n")}\n`);
