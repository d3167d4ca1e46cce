package io.github.assaymark.facts.schema;

import io.github.assaymark.facts.program.Located;
import io.github.assaymark.facts.program.Program;
import io.github.assaymark.facts.program.Resolver;
import io.github.assaymark.facts.program.Value;
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

    private final Resolver resolver;
    private final EntityNaming naming;
    private final Map<Located, Optional<EntityTable>> known = new HashMap<>();

    EntityTables(Program program) {
        this.resolver = program.resolver();
        this.naming = new EntityNaming(program);
    }

    /** Told what is not known of a table. */
    @FunctionalInterface
    interface Open {
        /** A column at a place. */
        void column(Located at, String reason);
    }

    /** The table of a class; null when it is no entity, or its name is not constant. */
    @Nullable
    EntityTable table(EntityClass type) {
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
        if (name == null) return null;
        EntityTable table = new EntityTable(type, name, "public".equals(schema) ? null : schema);
        columns(table, type, "", open, 0);
        return table;
    }

    private @Nullable String text(Value.Struct struct, String key) {
        Located value = struct.get(key);
        return value == null ? null : resolver.text(value).orElse(null);
    }

    private void columns(EntityTable table, EntityClass type, String prefix, Open open, int depth) {
        if (depth > MAX_DEPTH) return;
        Located parent = type.parent();
        if (parent != null) {
            EntityClass base = EntityClass.of(resolver, parent);
            boolean typeorm = resolver.value(parent) instanceof Value.External outside
                    && outside.module().equals("typeorm");
            if (base != null) columns(table, base, prefix, open, depth + 1);
            else if (!typeorm) open.column(parent, "what the class extends is not in the repository");
        }
        for (EntityClass.Member member : type.members()) member(table, member, prefix, open, depth);
    }

    private void member(EntityTable table, EntityClass.Member member, String prefix, Open open, int depth) {
        EntityClass.Decorator relation = member.decorator("ManyToOne", "OneToOne");
        EntityClass.Decorator join = member.decorator("JoinColumn");
        if (relation != null && (relation.name().equals("ManyToOne") || join != null)) {
            relation(table, member, relation, join, open);
            return;
        }
        for (EntityClass.Decorator decorator : member.decorators()) {
            if (COLUMNS.contains(decorator.name())) column(table, member, decorator, prefix, open, depth);
        }
    }

    private void column(
            EntityTable table,
            EntityClass.Member member,
            EntityClass.Decorator decorator,
            String prefix,
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
                    columns(table, embedded, prefix.isEmpty() ? own : prefix + capital(own), open, depth + 1);
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
        String property = prefix.isEmpty() ? member.name() : prefix + capital(member.name());
        String name = written != null ? written : naming.column(property);
        if (name == null || (options != null && options.get("name") != null && written == null)) {
            open.column(member.at(), "its name is no constant, or a naming strategy of the service makes it");
            return;
        }
        String optionType = options == null ? null : shown(options, "type");
        boolean primary = decorator.name().startsWith("Primary")
                || decorator.name().equals("ObjectIdColumn")
                || says(options, "primary");
        boolean nullable =
                !primary && (says(options, "nullable") || decorator.name().equals("DeleteDateColumn"));
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

    private String embeddedPrefix(EntityClass.Decorator decorator, String property) {
        for (Located argument : decorator.arguments()) {
            if (!(resolver.value(argument) instanceof Value.Struct struct) || struct.get("prefix") == null) continue;
            Value value = resolver.value(Objects.requireNonNull(struct.get("prefix")));
            if (value instanceof Value.Text text) return text.text();
            if (value instanceof Value.Bool bool && !bool.value()) return "";
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
        boolean nullable = options == null || options.get("nullable") == null || says(options, "nullable");
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
        String found = null;
        for (Map.Entry<String, EntityTable.Column> each : table.columns().entrySet()) {
            if (!each.getValue().column().primaryKey()) continue;
            if (found != null) return null;
            found = each.getKey();
        }
        return found;
    }
}
