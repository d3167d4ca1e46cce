package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Callee;
import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import io.github.assaymark.facts.syntax.SyntaxNode;
import io.github.assaymark.model.fact.QueryApi;
import io.github.assaymark.model.fact.QueryOperation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads queries of the repositories, entity managers and query builders of TypeORM. */
final class EntityQueries {
    private static final Map<String, QueryOperation> METHODS = Map.ofEntries(
            Map.entry("find", QueryOperation.SELECT),
            Map.entry("findOne", QueryOperation.SELECT),
            Map.entry("findOneOrFail", QueryOperation.SELECT),
            Map.entry("findAndCount", QueryOperation.SELECT),
            Map.entry("count", QueryOperation.SELECT),
            Map.entry("exists", QueryOperation.SELECT),
            Map.entry("findBy", QueryOperation.SELECT),
            Map.entry("findOneBy", QueryOperation.SELECT),
            Map.entry("findOneByOrFail", QueryOperation.SELECT),
            Map.entry("findAndCountBy", QueryOperation.SELECT),
            Map.entry("countBy", QueryOperation.SELECT),
            Map.entry("existsBy", QueryOperation.SELECT),
            Map.entry("save", QueryOperation.UPSERT),
            Map.entry("upsert", QueryOperation.UPSERT),
            Map.entry("insert", QueryOperation.INSERT),
            Map.entry("update", QueryOperation.UPDATE),
            Map.entry("increment", QueryOperation.UPDATE),
            Map.entry("decrement", QueryOperation.UPDATE),
            Map.entry("softDelete", QueryOperation.UPDATE),
            Map.entry("restore", QueryOperation.UPDATE),
            Map.entry("delete", QueryOperation.DELETE),
            Map.entry("createQueryBuilder", QueryOperation.SELECT));
    private static final Set<String> BY_OPTIONS =
            Set.of("find", "findOne", "findOneOrFail", "findAndCount", "count", "exists");
    private static final Pattern TYPE = Pattern.compile("(?:\\w+\\.)?(?:Tree|Mongo)?Repository<\\s*(\\w+)\\s*>");
    private static final Pattern COMPARED = Pattern.compile(
            "(\\w+)\\.(\\w+)\\s*(?:=|<|>|\\bIN\\b|\\bLIKE\\b|\\bIS\\s+NULL\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOSE = Pattern.compile("(?i)\\bor\\b|\\bnot\\b|<>|!=");

    private final Resolver resolver;
    private final QuerySink sink;
    private final EntityTables tables;

    EntityQueries(Program program, QuerySink sink) {
        this.resolver = program.resolver();
        this.sink = sink;
        this.tables = new EntityTables(program);
    }

    /** Whether a call is a query of TypeORM; it is handed over then. */
    boolean query(Located call, String name) {
        QueryOperation operation = METHODS.get(name);
        if (operation == null) return false;
        List<Located> given = new ArrayList<>(resolver.arguments(call).items());
        EntityClass type = repository(call);
        if (type == null && !given.isEmpty() && manager(call)) {
            type = EntityClass.of(resolver, given.get(0));
            if (type != null) given.remove(0);
        }
        EntityTable table = type == null || type.decorator("Entity") == null ? null : tables.table(type);
        if (table == null) return false;
        if (name.equals("createQueryBuilder")) builder(call, table);
        else plain(call, name, operation, table, given);
        return true;
    }

    private boolean manager(Located call) {
        String[] names = resolver.callee(call).name().split("\\.", -1);
        return names.length > 1
                && names[names.length - 2]
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(manager|datasource|em|tx|trx)(\\(\\))?");
    }

    /** The entity of the repository a call is made on; null when it is none. */
    private @Nullable EntityClass repository(Located call) {
        Located function = call.child("function");
        SyntaxNode object = function == null ? null : function.node().child("object");
        if (object == null) return null;
        Located on = CallChain.unwrapped(call.at(object));
        Value value = resolver.value(on);
        Located made = value instanceof Value.CallResult result ? result.call() : on;
        if (made.node().is(SyntaxKind.CALL_EXPRESSION)) {
            Callee callee = resolver.callee(made);
            List<Located> given = resolver.arguments(made).items();
            return callee.last().equals("getRepository") && !given.isEmpty()
                    ? EntityClass.of(resolver, given.get(0))
                    : null;
        }
        SyntaxNode property = on.node().child("property");
        SyntaxNode self = on.node().child("object");
        String name = property != null && self != null && self.is(SyntaxKind.THIS) ? property.text() : null;
        if (name == null) name = on.node().is(SyntaxKind.IDENTIFIER) ? on.node().text() : null;
        return name == null ? null : declared(call, name);
    }

    /** The entity that a field, or a parameter of the constructor, is declared with. */
    private @Nullable EntityClass declared(Located call, String name) {
        SyntaxNode type = call.node().ancestor(SyntaxKind.CLASS_DECLARATION);
        SyntaxNode body = type == null ? null : type.child("body");
        if (body == null) return null;
        for (SyntaxNode member : body.children()) {
            if (named(member, name)) return entity(call, member);
            SyntaxNode parameters = member.child("parameters");
            if (parameters == null || member.child("name") == null) continue;
            SyntaxNode memberName = member.child("name");
            if (memberName == null || !memberName.text().equals("constructor")) continue;
            for (SyntaxNode parameter : parameters.children())
                if (named(parameter, name)) return entity(call, parameter);
        }
        return null;
    }

    private static boolean named(SyntaxNode node, String name) {
        SyntaxNode own = node.child("name");
        if (own == null) own = node.child("pattern");
        return own != null && own.text().equals(name) && !node.is(SyntaxKind.METHOD_DEFINITION);
    }

    private @Nullable EntityClass entity(Located call, SyntaxNode declaration) {
        for (SyntaxNode decorator : declaration.children("decorator")) {
            Located at = call.at(decorator);
            List<Located> given = resolver.arguments(at).items();
            if (resolver.callee(at).last().equals("InjectRepository") && !given.isEmpty())
                return EntityClass.of(resolver, given.get(0));
        }
        SyntaxNode type = declaration.child("type");
        Matcher matcher = TYPE.matcher(type == null ? "" : type.text());
        if (!matcher.find()) return null;
        String entity = matcher.group(1);
        for (Located specifier : call.module().all(SyntaxKind.IMPORT_SPECIFIER)) {
            SyntaxNode name = specifier.node().child("alias");
            if (name == null) name = specifier.node().child("name");
            if (name != null && name.text().equals(entity)) return EntityClass.of(resolver, specifier.at(name));
        }
        for (Located own : call.module().all(SyntaxKind.CLASS_DECLARATION)) {
            SyntaxNode name = own.node().child("name");
            if (name != null && name.text().equals(entity)) return new EntityClass(resolver, own);
        }
        return null;
    }

    private void plain(Located call, String name, QueryOperation operation, EntityTable table, List<Located> given) {
        Set<String> filters = new LinkedHashSet<>();
        List<String> written = new ArrayList<>();
        boolean filtered = false;
        boolean known = true;
        Located first = given.isEmpty() ? null : given.get(0);
        boolean writes = name.equals("save") || name.equals("upsert") || name.equals("insert");
        if (BY_OPTIONS.contains(name)) {
            if (first != null) {
                Value.Struct options = resolver.value(first) instanceof Value.Struct struct ? struct : null;
                Located where = options == null ? null : options.get("where");
                known = options != null && (where != null || options.complete());
                filtered = where != null;
                if (where != null) known = conditions(where, table, filters);
            }
        } else if (!writes && first != null) {
            filtered = true;
            known = conditions(first, table, filters);
        }
        Located data = writes ? first : name.equals("update") && given.size() > 1 ? given.get(1) : null;
        if (data != null) {
            WrittenKeys keys = WrittenKeys.of(resolver, data);
            for (String key : keys.keys()) {
                String column = table.column(key);
                if (column != null) written.add(column);
            }
            if (!keys.complete()) {
                sink.open("columns a query sets", call, "a part of them is put together when the code runs");
                if (written.isEmpty()) return;
            }
        }
        if (!known) {
            sink.open("condition of a query", call, "a part of it is put together when the code runs");
            if (filters.isEmpty()) return;
        }
        sink.query(
                call, new QuerySink.Query(table.key(), operation, QueryApi.TYPEORM, filters, written, filtered, false));
    }

    /** Whether all of a condition was understood; adds the columns every branch of it compares. */
    private boolean conditions(Located where, EntityTable table, Set<String> filters) {
        Value value = resolver.value(where);
        if (value instanceof Value.Items branches) {
            Set<String> common = null;
            boolean known = branches.complete();
            for (Located branch : branches.items()) {
                Set<String> one = new LinkedHashSet<>();
                known &= conditions(branch, table, one);
                if (common == null) common = one;
                else common.retainAll(one);
            }
            if (common != null && branches.complete()) filters.addAll(common);
            return known;
        }
        if (!(value instanceof Value.Struct struct)) return false;
        for (Map.Entry<String, Located> entry : struct.entries().entrySet()) {
            Value compared = resolver.value(entry.getValue());
            boolean not = compared instanceof Value.CallResult made
                    && made.callee().last().equals("Not");
            String column = table.column(entry.getKey());
            if (column != null && !not && !(compared instanceof Value.Nothing)) filters.add(column);
        }
        return struct.complete();
    }

    private void builder(Located call, EntityTable table) {
        Set<String> filters = new LinkedHashSet<>();
        boolean filtered = false;
        boolean open = false;
        QueryOperation operation = QueryOperation.SELECT;
        List<CallChain.Step> steps = CallChain.after(call);
        for (CallChain.Step step : steps) {
            switch (step.name()) {
                case "update" -> operation = QueryOperation.UPDATE;
                case "delete", "softDelete" -> operation = QueryOperation.DELETE;
                case "insert" -> operation = QueryOperation.INSERT;
                case "where", "andWhere" -> {
                    filtered = true;
                    List<Located> given = resolver.arguments(step.call()).items();
                    String text =
                            given.isEmpty() ? null : resolver.text(given.get(0)).orElse(null);
                    if (text == null) open = true;
                    else if (!LOOSE.matcher(text).find()) {
                        Matcher compared = COMPARED.matcher(text);
                        while (compared.find()) {
                            String column = table.column(compared.group(2));
                            if (column != null) filters.add(column);
                        }
                    }
                }
                case "orWhere" -> {
                    filtered = true;
                    open = true;
                    filters.clear();
                }
                default -> {}
            }
        }
        boolean ends = !steps.isEmpty() && steps.get(steps.size() - 1).name().matches("get\\w+|execute|stream");
        if (!ends || open || operation == QueryOperation.INSERT || operation == QueryOperation.UPDATE) {
            sink.open("query of a query builder", call, "a part of it is put together when the code runs");
            if (filters.isEmpty()) return;
        }
        sink.query(
                call,
                new QuerySink.Query(table.key(), operation, QueryApi.TYPEORM, filters, List.of(), filtered, false));
    }
}
