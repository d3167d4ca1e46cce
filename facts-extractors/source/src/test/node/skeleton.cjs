// Reads paths from standard input, one a line, and prints for each: path, tab, "ok" or the number of complaints of the
// compiler, tab, hash of the skeleton. With --full it prints the skeleton itself. See Skeleton.java for what a line is.
'use strict';
const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const ts = require(path.resolve(process.argv[2], 'node_modules/typescript'));
const full = process.argv[3] === '--full';
const K = ts.SyntaxKind;

const STATEMENTS = new Map([
  [K.Block, 'block'], [K.EmptyStatement, 'empty'], [K.ExpressionStatement, 'expression'], [K.IfStatement, 'if'],
  [K.DoStatement, 'do'], [K.WhileStatement, 'while'], [K.ForStatement, 'for'], [K.ForInStatement, 'forin'],
  [K.ForOfStatement, 'forin'], [K.ContinueStatement, 'continue'], [K.BreakStatement, 'break'],
  [K.ReturnStatement, 'return'], [K.WithStatement, 'with'], [K.SwitchStatement, 'switch'],
  [K.LabeledStatement, 'labeled'], [K.ThrowStatement, 'throw'], [K.TryStatement, 'try'], [K.DebuggerStatement, 'debugger'],
  [K.CatchClause, 'catch'], [K.CaseClause, 'case'], [K.DefaultClause, 'default'],
]);

function skeleton(file) {
  const text = fs.readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: 1 }, true);
  const lines = [];
  const start = node => node.getStart(source, false);
  const put = (kind, node, more, from) =>
    lines.push(`${kind} ${from ?? start(node)} ${node.end}${more === undefined ? '' : ' ' + more}`);
  // Where a declaration starts without what only says how it is exported.
  const core = node => {
    const modifiers = node.modifiers ?? [];
    if (modifiers.length > 0 && modifiers[0].kind === K.Decorator) return start(node);
    let from = start(node);
    for (const m of modifiers) {
      if (m.kind !== K.ExportKeyword && m.kind !== K.DefaultKeyword && m.kind !== K.DeclareKeyword) break;
      from = ts.skipTrivia(text, m.end);
    }
    return from;
  };
  const name = node => (node.name === undefined ? '' : text.slice(start(node.name), node.name.end).replace(/\s+/g, ''));
  const chain = node => {
    if (ts.isIdentifier(node)) return text.slice(start(node), node.end);
    if (node.kind === K.ThisKeyword) return 'this';
    if (node.kind === K.SuperKeyword) return 'super';
    if (node.kind === K.ImportKeyword) return 'import';
    if (ts.isPropertyAccessExpression(node)) return chain(node.expression) + '.' + text.slice(start(node.name), node.name.end);
    return '*';
  };
  const parameters = node => node.parameters.length;
  const elements = list => list.filter(e => e.kind !== K.OmittedExpression).length;

  function visit(node) {
    const kind = node.kind;
    if (ts.isTypeNode(node) && kind !== K.ExpressionWithTypeArguments) return;
    switch (kind) {
      case K.TypeParameter: case K.IndexSignature: case K.EndOfFileToken: case K.OmittedExpression:
        return;
      case K.ExpressionWithTypeArguments:
        if (node.parent.kind === K.HeritageClause) {
          if (node.parent.token === K.ImplementsKeyword || node.parent.parent.kind === K.InterfaceDeclaration) return;
        } else put('instantiation', node);
        visit(node.expression);
        return;
      case K.InterfaceDeclaration: put('interface', node, name(node), core(node)); return visit(node.name);
      case K.TypeAliasDeclaration: put('alias', node, name(node), core(node)); return visit(node.name);
      case K.ImportEqualsDeclaration: {
        put('importequals', node, name(node), core(node));
        visit(node.name);
        const reference = node.moduleReference;
        if (ts.isExternalModuleReference(reference)) visit(reference.expression);
        return;
      }
      case K.ModuleDeclaration: {
        let names = name(node);
        let body = node.body;
        while (body && ts.isModuleDeclaration(body)) { names += '.' + name(body); body = body.body; }
        if (!(node.flags & ts.NodeFlags.GlobalAugmentation)) put('module', node, names, core(node));
        if (body) visit(body);
        return;
      }
      case K.NamespaceExportDeclaration: put('export', node); return visit(node.name);
      case K.CallExpression: put('call', node, chain(node.expression) + ' ' + node.arguments.length); break;
      case K.NewExpression: put('new', node, chain(node.expression) + ' ' + (node.arguments ? node.arguments.length : '-')); break;
      case K.TaggedTemplateExpression: put('tagged', node, chain(node.tag)); break;
      case K.PropertyAccessExpression: put('member', node, name(node)); break;
      case K.ElementAccessExpression: put('index', node); break;
      case K.Identifier: put('name', node, node.end > start(node) ? text.slice(start(node), node.end) : ''); return;
      case K.PrivateIdentifier: put('private', node, text.slice(start(node), node.end)); return;
      case K.StringLiteral: put('string', node); return;
      case K.NumericLiteral: case K.BigIntLiteral: put('number', node); return;
      case K.RegularExpressionLiteral: put('regex', node); return;
      case K.NoSubstitutionTemplateLiteral: put('template', node, 0); return;
      case K.TemplateExpression: put('template', node, node.templateSpans.length); break;
      case K.ArrowFunction: put('arrow', node, parameters(node)); break;
      case K.FunctionExpression: put('function', node, parameters(node) + ' ' + name(node)); break;
      case K.FunctionDeclaration:
        put(node.body ? 'function' : 'signature', node, parameters(node) + ' ' + name(node), core(node)); break;
      case K.MethodDeclaration: case K.GetAccessor: case K.SetAccessor:
        put(node.body ? 'method' : 'methodsignature', node, parameters(node) + ' ' + name(node)); break;
      case K.Constructor: put(node.body ? 'method' : 'methodsignature', node, parameters(node) + ' constructor'); break;
      case K.PropertyDeclaration: {
        const last = node.initializer ?? node.type ?? node.exclamationToken ?? node.questionToken ?? node.name;
        lines.push(`field ${start(node)} ${last.end} ${name(node)}`);
        break;
      }
      case K.ClassStaticBlockDeclaration: put('static', node); break;
      case K.Parameter: put('parameter', node); break;
      case K.Decorator: put('decorator', node); break;
      case K.ClassDeclaration: case K.ClassExpression:
        put('class', node, name(node), kind === K.ClassDeclaration ? core(node) : undefined); break;
      case K.EnumDeclaration: put('enum', node, name(node) + ' ' + node.members.length, core(node)); break;
      case K.EnumMember: if (node.initializer) put('enummember', node, name(node)); break;
      case K.VariableStatement: put('variables', node, undefined, core(node)); break;
      case K.VariableDeclaration:
        if (node.parent.kind === K.VariableDeclarationList
          && node.parent.parent.kind !== K.ForInStatement && node.parent.parent.kind !== K.ForOfStatement) put('declarator', node);
        break;
      case K.ImportDeclaration: put('import', node); break;
      case K.ExportDeclaration: case K.ExportAssignment: put('export', node); break;
      case K.ObjectLiteralExpression: put('object', node, node.properties.length); break;
      case K.ObjectBindingPattern: put('object', node, node.elements.length); break;
      case K.ArrayLiteralExpression: case K.ArrayBindingPattern: put('array', node, elements(node.elements)); break;
      case K.PropertyAssignment: put('pair', node); break;
      case K.BindingElement: if (node.propertyName) put('pair', node); break;
      case K.ParenthesizedExpression:
        put('parentheses', node); break;
      case K.NonNullExpression: put('nonnull', node); break;
      case K.TypeAssertionExpression: put('assertion', node); break;
      case K.AsExpression: case K.SatisfiesExpression: put('as', node); break;
      case K.ConditionalExpression: put('conditional', node); break;
      case K.PrefixUnaryExpression: case K.PostfixUnaryExpression: case K.TypeOfExpression: case K.VoidExpression:
      case K.DeleteExpression: put('unary', node); break;
      case K.AwaitExpression: put('await', node); break;
      case K.YieldExpression: put('yield', node); break;
      case K.BinaryExpression: {
        const operator = node.operatorToken.kind;
        const assigned = operator === K.EqualsToken
          && (node.parent.kind === K.ArrayLiteralExpression || node.parent.kind === K.PropertyAssignment);
        if (operator !== K.CommaToken && !assigned) put('binary', node, ts.tokenToString(operator));
        break;
      }
      case K.JsxElement: put('element', node); break;
      case K.JsxSelfClosingElement: put('emptyelement', node); break;
      case K.JsxFragment: put('fragment', node); break;
      case K.JsxAttribute: put('attribute', node); break;
      case K.JsxExpression: put('hole', node); break;
      case K.JsxSpreadAttribute: put('hole', node); break;
      case K.JsxNamespacedName: put('name', node, text.slice(start(node), node.end)); return;
      case K.MetaProperty: put('meta', node); return;
      default:
        if (STATEMENTS.has(kind)) put(STATEMENTS.get(kind), node);
    }
    ts.forEachChild(node, visit);
  }
  ts.forEachChild(source, visit);
  lines.sort();
  return { complaints: source.parseDiagnostics.length, lines };
}

const files = fs.readFileSync(0, 'utf8').split('\n').filter(line => line !== '');
for (const file of files) {
  let result;
  try {
    result = skeleton(file);
  } catch (e) {
    process.stdout.write(`${file}\tcrash ${String(e).replace(/\s+/g, ' ')}\t-\n`);
    continue;
  }
  if (full) process.stdout.write(result.lines.join('\n') + '\n');
  else {
    const hash = crypto.createHash('sha1').update(result.lines.join('\n'), 'utf8').digest('hex');
    process.stdout.write(`${file}\t${result.complaints === 0 ? 'ok' : result.complaints}\t${hash}\n`);
  }
}
