package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Module;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Question;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
import io.github.assaymark.facts.syntax.SyntaxKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows the tables of TypeORM by the classes they are made from. Used by one thread. */
final class EntityTables {
    private static final Set<String> COLUMNS = Set.of(
            "Column",
            "PrimaryColumn",
            "PrimaryGeneratedColumn",
            "CreateDateColumn",
            "UpdateDateColumn",
            "DeleteDateColumn",
            "VersionColumn",
            "ObjectIdColumn");
    private static final int MAX_DEPTH = 8;

    private static final Question<Module, List<Located>> CHILDREN_IN = (program, module) -> {
        List<Located> classes = new ArrayList<>(module.all(SyntaxKind.CLASS_DECLARATION));
        classes.addAll(module.all(SyntaxKind.ABSTRACT_CLASS_DECLARATION));
        classes.removeIf(declaration -> declaration.node().children("decorator").isEmpty()
                || new EntityClass(program.resolver(), declaration).decorator("ChildEntity") == null);
        return List.copyOf(classes);
    };

    /** The classes of an owner that share tables of others. */
    private static final Question<String, List<Located>> CHILDREN = (program, owner) -> {
        List<Located> all = new ArrayList<>();
        for (Module module : program.modules()) {
            if (!module.nodes(SyntaxKind.DECORATOR).isEmpty()) all.addAll(program.answer(CHILDREN_IN, module));
        }
        return List.copyOf(all);
    };

    private final Program program;
    private final Resolver resolver;
    private final EntityNaming naming;
    private final Map<Located, Optional<EntityTable>> known = new HashMap<>();

    EntityTables(Program program) {
        this.program = program;
        this.resolver = program.resolver();
        this.naming = EntityNaming.of(program);
    }

    EntityNaming naming() {
        return naming;
    }

    /** Told what is not known of a table. */
    @FunctionalInterface
    interface Open {
        /** A column at a place. */
        void column(Located at, String reason);
    }

    /** The table of a class; null when it is no entity, or its name is not constant. */
    @Nullable
    EntityTable table(EntityClass declared) {
        EntityClass shared = declared.decorator("ChildEntity") == null ? null : root(declared);
        EntityClass type = shared == null ? declared : shared;
        Optional<EntityTable> before = known.get(type.declaration());
        if (before == null) {
            before = Optional.ofNullable(read(type, (at, reason) -> {}));
            known.put(type.declaration(), before);
        }
        return before.orElse(null);
    }

    /** The same, read anew to be told what is open. */
    @Nullable
    EntityTable read(EntityClass type, Open open) {
        EntityClass.Decorator entity = type.decorator("Entity");
        if (entity == null) return null;
        String name = null;
        String schema = null;
        boolean named = false;
        for (Located argument : entity.arguments()) {
            if (resolver.value(argument) instanceof Value.Struct struct) {
                named |= struct.get("name") != null;
                if (struct.get("name") != null) name = text(struct, "name");
                schema = text(struct, "schema");
                if (!struct.complete() || (struct.get("schema") != null && schema == null)) return null;
            } else {
                named = true;
                name = resolver.text(argument).orElse(null);
            }
        }
        if (!named) name = naming.table(type.name());
        else if (name != null) name = naming.prefixed(name);
        if (name == null) return null;
        EntityTable table = new EntityTable(type, name, "public".equals(schema) ? null : schema);
        columns(table, type, Within.ENTITY, open, 0);
        EntityClass.Decorator inheritance = type.decorator("TableInheritance");
        if (inheritance != null) {
            for (EntityClass child : children(type)) inherited(table, child, type, open);
            discriminator(table, inheritance, open);
        }
        return table;
    }

    private @Nullable String text(Value.Struct struct, String key) {
        Located value = struct.get(key);
        return value == null ? null : resolver.text(value).orElse(null);
    }

    /**
     * Where members of a class stand in a table.
     *
     * @param key what stands in front of the names of properties, as one word
     * @param embedded what stands for the properties they are embedded in
     * @param nullable whether other classes share the table and have no such members
     */
    private record Within(String key, List<String> embedded, boolean nullable) {
        static final Within ENTITY = new Within("", List.of(), false);

        String property(String name) {
            return key.isEmpty() ? name : key + capital(name);
        }

        Within in(String prefix, boolean shared) {
            List<String> more = new ArrayList<>(embedded);
            if (!prefix.isEmpty()) more.add(prefix);
            return new Within(prefix.isEmpty() ? key : property(prefix), List.copyOf(more), nullable || shared);
        }
    }

    /** Whether classes share a table: what is embedded in any of them may then be null. */
    private static boolean shared(EntityTable table) {
        return table.type().decorator("TableInheritance") != null;
    }

    /** The classes that share the table of another. */
    List<EntityClass> children(EntityClass type) {
        List<EntityClass> all = new ArrayList<>();
        for (Located declaration : program.answer(CHILDREN, "")) all.add(new EntityClass(resolver, declaration));
        return all.stream()
                .filter(child -> {
                    EntityClass root = root(child);
                    return root != null && root.declaration().equals(type.declaration());
                })
                .toList();
    }

    /** The class whose table a child shares; null when it is not known. */
    @Nullable
    EntityClass root(EntityClass child) {
        EntityClass at = child;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            Located parent = at.parent();
            EntityClass next = parent == null ? null : EntityClass.of(resolver, parent);
            if (next == null) return null;
            if (next.decorator("TableInheritance") != null) return next;
            at = next;
        }
        return null;
    }

    /** The members of a child, and of what lies between it and the class whose table it shares. */
    private void inherited(EntityTable table, EntityClass child, EntityClass root, Open open) {
        EntityClass at = child;
        for (int depth = 0; depth < MAX_DEPTH && !at.declaration().equals(root.declaration()); depth++) {
            for (EntityClass.Member member : at.members()) {
                if (!table.columns().containsKey(member.name()))
                    member(table, member, new Within("", List.of(), true), open, depth);
            }
            Located parent = at.parent();
            EntityClass next = parent == null ? null : EntityClass.of(resolver, parent);
            if (next == null) return;
            at = next;
        }
    }

    /** The column that tells the classes of a shared table apart. */
    private void discriminator(EntityTable table, EntityClass.Decorator inheritance, Open open) {
        Value.Struct options = inheritance.arguments().isEmpty()
                        || !(resolver.value(inheritance.arguments().get(0)) instanceof Value.Struct struct)
                ? null
                : struct;
        Located given = options == null ? null : options.get("column");
        Value value = given == null ? null : resolver.value(given);
        String name = value instanceof Value.Text text ? text.text() : null;
        String type = "varchar";
        if (value instanceof Value.Struct column && column.complete()) {
            name = column.get("name") == null ? "type" : text(column, "name");
            String written = shown(column, "type");
            if (written != null) type = written;
        }
        if (given == null || name == null) {
            open.column(inheritance.at(), "which column tells the classes of the table apart is not written");
            return;
        }
        String known = table.column(name);
        if (known == null) {
            table.columns()
                    .put(
                            name,
                            new EntityTable.Column(
                                    new TableFacts.Column(name, null, type, false, null, false, false, null),
                                    inheritance.at()));
        }
        table.indexed().add(known == null ? name : known);
    }

    private void columns(EntityTable table, EntityClass type, Within within, Open open, int depth) {
        if (depth > MAX_DEPTH) return;
        Located parent = type.parent();
        if (parent != null) {
            EntityClass base = EntityClass.of(resolver, parent);
            boolean typeorm = resolver.value(parent) instanceof Value.External outside
                    && outside.module().equals("typeorm");
            if (base != null) columns(table, base, within, open, depth + 1);
            else if (!typeorm) open.column(parent, "what the class extends is not in the repository");
        }
        for (EntityClass.Member member : type.members()) member(table, member, within, open, depth);
    }

    private void member(EntityTable table, EntityClass.Member member, Within within, Open open, int depth) {
        EntityClass.Decorator relation = member.decorator("ManyToOne", "OneToOne");
        EntityClass.Decorator join = member.decorator("JoinColumn");
        if (relation != null && (relation.name().equals("ManyToOne") || join != null)) {
            relation(table, member, relation, join, within, open);
            return;
        }
        for (EntityClass.Decorator decorator : member.decorators()) {
            if (COLUMNS.contains(decorator.name())) column(table, member, decorator, within, open, depth);
        }
    }

    private void column(
            EntityTable table,
            EntityClass.Member member,
            EntityClass.Decorator decorator,
            Within within,
            Open open,
            int depth) {
        String type = member.type();
        Value.Struct options = null;
        for (Located argument : decorator.arguments()) {
            Value value = resolver.value(argument);
            if (value instanceof Value.Struct struct) options = struct;
            else if (value instanceof Value.Text text) type = text.text();
            else if (value instanceof Value.Function) {
                EntityClass embedded = EntityClass.of(resolver, argument);
                if (embedded == null) open.column(member.at(), "the embedded class is not in the repository");
                else {
                    String own = embeddedPrefix(decorator, member.name());
                    if (own == null) open.column(member.at(), "its prefix is no constant of the repository");
                    else columns(table, embedded, within.in(own, shared(table)), open, depth + 1);
                }
                return;
            } else {
                open.column(member.at(), "its options are no constants of the repository");
                return;
            }
        }
        if (options != null && !options.complete()) {
            open.column(member.at(), "some of its options are put together when the code runs");
            return;
        }
        String written = options == null ? null : text(options, "name");
        String property = within.property(member.name());
        String name = naming.column(within.embedded(), member.name(), written);
        if (name == null || (options != null && options.get("name") != null && written == null)) {
            open.column(member.at(), "its name is no constant, or a naming strategy of the service makes it");
            return;
        }
        String optionType = options == null ? null : shown(options, "type");
        boolean primary = decorator.name().startsWith("Primary")
                || decorator.name().equals("ObjectIdColumn")
                || says(options, "primary");
        boolean nullable = !primary
                && (within.nullable()
                        || says(options, "nullable")
                        || decorator.name().equals("DeleteDateColumn"));
        String byDefault = options == null ? null : shown(options, "default");
        boolean dated =
                decorator.name().equals("CreateDateColumn") || decorator.name().equals("UpdateDateColumn");
        String declared = optionType != null ? optionType : type;
        table.columns()
                .put(
                        property,
                        new EntityTable.Column(
                                new TableFacts.Column(
                                        name,
                                        member.name(),
                                        says(options, "array") ? declared + "[]" : declared,
                                        nullable,
                                        byDefault != null ? byDefault : dated ? "now()" : null,
                                        primary,
                                        says(options, "unique"),
                                        null),
                                member.at()));
    }

    private @Nullable String embeddedPrefix(EntityClass.Decorator decorator, String property) {
        for (Located argument : decorator.arguments()) {
            if (!(resolver.value(argument) instanceof Value.Struct struct) || struct.get("prefix") == null) continue;
            Value value = resolver.value(Objects.requireNonNull(struct.get("prefix")));
            if (value instanceof Value.Text text) return text.text();
            if (value instanceof Value.Bool bool) return bool.value() ? property : "";
            return null;
        }
        return property;
    }

    private static String capital(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private @Nullable String shown(Value.Struct struct, String key) {
        Located value = struct.get(key);
        return value == null ? null : resolver.shown(value);
    }

    private boolean says(Value.@Nullable Struct options, String key) {
        Located value = options == null ? null : options.get(key);
        return value != null && resolver.value(value) instanceof Value.Bool bool && bool.value();
    }

    private void relation(
            EntityTable table,
            EntityClass.Member member,
            EntityClass.Decorator relation,
            EntityClass.@Nullable Decorator join,
            Within within,
            Open open) {
        EntityClass target = relation.arguments().isEmpty()
                ? null
                : EntityClass.of(resolver, relation.arguments().get(0));
        EntityTable other =
                target == null || target.declaration().equals(table.type().declaration()) ? null : table(target);
        boolean self =
                target != null && target.declaration().equals(table.type().declaration());
        EntityTable referred = self ? table : other;
        Value.Struct options = relation.arguments().isEmpty()
                        || !(resolver.value(relation.arguments()
                                        .get(relation.arguments().size() - 1))
                                instanceof Value.Struct struct)
                ? null
                : struct;
        List<Value.Struct> joins = new ArrayList<>();
        if (join != null && !join.arguments().isEmpty()) {
            Value given = resolver.value(join.arguments().get(0));
            if (given instanceof Value.Struct one) joins.add(one);
            else if (given instanceof Value.Items many)
                many.items().forEach(item -> {
                    if (resolver.value(item) instanceof Value.Struct one) joins.add(one);
                });
        }
        boolean nullable =
                within.nullable() || options == null || options.get("nullable") == null || says(options, "nullable");
        if (joins.isEmpty()) {
            referenceTo(table, member, null, referred, nullable, relation, open);
            return;
        }
        for (Value.Struct one : joins) referenceTo(table, member, one, referred, nullable, relation, open);
    }

    private void referenceTo(
            EntityTable table,
            EntityClass.Member member,
            Value.@Nullable Struct join,
            @Nullable EntityTable referred,
            boolean nullable,
            EntityClass.Decorator relation,
            Open open) {
        String written = join == null ? null : text(join, "name");
        String referencedName = join == null ? null : text(join, "referencedColumnName");
        String property = referencedName != null ? referencedName : referred == null ? null : keyOf(referred);
        String name = written != null ? written : property == null ? null : naming.join(member.name(), property);
        boolean unknown = join != null && join.get("name") != null && written == null;
        if (name == null || unknown) {
            open.column(member.at(), "the name of the column it is stored in is not known");
            return;
        }
        String column = referred == null || property == null ? null : referred.column(property);
        boolean primary = member.decorator("PrimaryColumn") != null;
        table.columns()
                .put(
                        written != null && joinedBefore(table, member.name()) ? name : member.name(),
                        new EntityTable.Column(
                                new TableFacts.Column(
                                        name,
                                        member.name(),
                                        member.type().isEmpty() ? "key" : member.type(),
                                        nullable && !primary,
                                        null,
                                        primary,
                                        relation.name().equals("OneToOne"),
                                        column == null || referred == null ? null : referred.key() + "." + column),
                                member.at()));
    }

    private static boolean joinedBefore(EntityTable table, String property) {
        return table.columns().containsKey(property);
    }

    /** The property of the primary key; null when there is none or several. */
    static @Nullable String keyOf(EntityTable table) {
        List<String> keys = keys(table);
        return keys.size() == 1 ? keys.get(0) : null;
    }

    /** The properties of the primary key. */
    static List<String> keys(EntityTable table) {
        List<String> keys = new ArrayList<>();
        table.columns().forEach((property, column) -> {
            if (column.column().primaryKey()) keys.add(property);
        });
        return keys;
    }
}
