package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.TableFacts;
import io.github.assaymark.model.fact.DbColumn;
import io.github.assaymark.model.fact.DbIndex;
import io.github.assaymark.model.fact.DbTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the columns of one table. */
final class EntityColumns {
    private static final int MAX_DEPTH = 5;

    private final JavaIndex index;
    private final JavaFacts facts;
    private final EntityNames names;
    private final EntityFacts entities;
    private final JavaIndex.Declared entity;
    private final Map<String, Placed> columns = new LinkedHashMap<>();
    private final List<Runnable> others = new ArrayList<>();

    private record Placed(TableFacts.Column column, JavaUnit unit, JavaSpan span) {}

    /** Where a column stands. */
    private record In(
            JavaIndex.Declared type, boolean nullable, boolean key, Map<String, String> overrides, int depth) {}

    EntityColumns(
            JavaIndex index, JavaFacts facts, EntityNames names, EntityFacts entities, JavaIndex.Declared entity) {
        this.index = index;
        this.facts = facts;
        this.names = names;
        this.entities = entities;
        this.entity = entity;
    }

    /** The columns a class declares; {@code nullable} when rows of other classes have none. */
    void own(JavaIndex.Declared type, boolean nullable) {
        fields(new In(type, nullable, false, Map.of(), 0));
    }

    /** The primary key of a joined superclass. */
    void keyOf(JavaIndex.Declared parent) {
        for (EntityField field : EntityField.of(parent.type())) {
            if (field.has("Id", "EmbeddedId")) field(field, new In(parent, false, false, Map.of(), 0));
        }
    }

    /** The column that tells the classes of a shared table apart. */
    void discriminator() {
        JavaAnnotation written = JavaAnnotation.named(entity.type().annotations(), "DiscriminatorColumn");
        JavaValue name = written == null ? null : written.value("name");
        String text = name == null ? "DTYPE" : index.text(name, entity.unit(), entity.type());
        if (text != null)
            put(
                    names.written(text),
                    null,
                    "String",
                    false,
                    false,
                    false,
                    null,
                    null,
                    new In(entity, false, false, Map.of(), 0),
                    entity.type().span());
    }

    private void fields(In in) {
        for (EntityField field : EntityField.of(in.type().type())) field(field, in);
    }

    private void field(EntityField field, In in) {
        if (field.has("OneToMany")) {
            oneToMany(field, in);
        } else if (field.has("ManyToMany")) {
            if (!mapped(field, "ManyToMany")) others.add(() -> joinTable(field, in));
        } else if (field.has("ElementCollection")) {
            others.add(() -> collection(field, in));
        } else if (field.has("ManyToOne", "OneToOne")) {
            if (!mapped(field, "OneToOne")) relation(field, in);
        } else if (embedded(field, in)) {
            embed(field, in);
        } else {
            plain(field, in);
        }
    }

    private static boolean mapped(EntityField field, String name) {
        JavaAnnotation relation = field.annotation(name);
        return relation != null && relation.value("mappedBy") != null;
    }

    private boolean embedded(EntityField field, In in) {
        if (field.has("Embedded", "EmbeddedId")) return true;
        JavaIndex.Declared type = index.type(in.type().unit(), in.type().type(), field.type());
        return type != null && JavaAnnotation.has(type.type().annotations(), "Embeddable");
    }

    private void embed(EntityField field, In in) {
        JavaIndex.Declared type = index.type(in.type().unit(), in.type().type(), field.type());
        if (type == null || in.depth() >= MAX_DEPTH) {
            open(field, in, "the embedded type " + field.type() + " is not in the repository");
            return;
        }
        Map<String, String> overrides = new LinkedHashMap<>();
        List<JavaAnnotation> written = new ArrayList<>();
        JavaAnnotation several = field.annotation("AttributeOverrides");
        if (several != null) written.addAll(several.nested("value"));
        field.annotations().stream()
                .filter(a -> a.name().equals("AttributeOverride"))
                .forEach(written::add);
        for (JavaAnnotation override : written) {
            JavaValue name = override.value("name");
            List<JavaAnnotation> column = override.nested("column");
            JavaValue columnName = column.isEmpty() ? null : column.get(0).value("name");
            String from = name == null
                    ? null
                    : index.text(name, in.type().unit(), in.type().type());
            String to = columnName == null
                    ? null
                    : index.text(columnName, in.type().unit(), in.type().type());
            if (from != null && to != null) overrides.put(from, to);
        }
        boolean key = in.key() || field.has("EmbeddedId");
        fields(new In(type, in.nullable() || (!key && !field.required()), key, overrides, in.depth() + 1));
    }

    private void plain(EntityField field, In in) {
        JavaAnnotation column = field.annotation("Column");
        String name = in.overrides().get(field.name());
        if (name != null) name = names.written(name);
        else name = columnName(field, column, in, names.of(field.name()));
        if (name == null) return;
        String definition = column == null ? null : text(column.value("columnDefinition"), in);
        JavaAnnotation byDefault = field.annotation("ColumnDefault");
        put(
                name,
                field.name(),
                definition == null ? field.type() : definition,
                in.nullable() || !(field.required() || in.key()),
                in.key() || field.has("Id"),
                column != null && column.says("unique", true),
                byDefault == null ? null : text(byDefault.value("value"), in),
                null,
                in,
                field.span());
    }

    private @Nullable String text(@Nullable JavaValue value, In in) {
        return value == null
                ? null
                : index.text(value, in.type().unit(), in.type().type());
    }

    private @Nullable String columnName(
            EntityField field, @Nullable JavaAnnotation column, In in, @Nullable String usual) {
        JavaValue written = column == null ? null : column.value("name");
        String text = text(written, in);
        if (text != null && !text.isEmpty()) return names.written(text);
        if (written != null && text == null) {
            open(field, in, "its name is no constant of the repository");
            return null;
        }
        if (usual == null) open(field, in, "a naming strategy of the service makes its name");
        return usual;
    }

    private void relation(EntityField field, In in) {
        JavaIndex.Declared target = entities.entity(field.target(), in.type());
        String targetKey = target == null ? null : entities.tableKey(target, names);
        String targetColumn = target == null ? null : keyColumn(target);
        List<JavaAnnotation> joins = new ArrayList<>();
        JavaAnnotation several = field.annotation("JoinColumns");
        if (several != null) joins.addAll(several.nested("value"));
        field.annotations().stream().filter(a -> a.name().equals("JoinColumn")).forEach(joins::add);
        if (joins.isEmpty()) {
            if (targetColumn == null) {
                open(field, in, "what it refers to is no entity of the repository with one key");
                return;
            }
            String name = names.of(field.name() + "_" + targetColumn);
            if (name == null) open(field, in, "a naming strategy of the service makes its name");
            else reference(name, field, null, targetKey, targetColumn, in);
            return;
        }
        for (JavaAnnotation join : joins) {
            String written = text(join.value("referencedColumnName"), in);
            String referenced = written == null || written.isEmpty() ? targetColumn : names.written(written);
            String usual = referenced == null ? null : names.of(field.name() + "_" + referenced);
            String name = columnName(field, join, in, usual);
            if (name != null) reference(name, field, join, targetKey, referenced, in);
        }
    }

    private void reference(
            String name,
            EntityField field,
            @Nullable JavaAnnotation join,
            @Nullable String table,
            @Nullable String column,
            In in) {
        boolean required = field.required() || (join != null && join.says("nullable", false));
        boolean unique = (join != null && join.says("unique", true))
                || (field.has("OneToOne") && !field.has("MapsId", "PrimaryKeyJoinColumn"));
        put(
                name,
                field.name(),
                field.target(),
                in.nullable() || !required,
                field.has("Id", "MapsId") || in.key(),
                unique,
                null,
                table == null || column == null ? null : table + "." + column,
                in,
                field.span());
    }

    /** Column of the primary key of an entity; null when it has none or several. */
    private @Nullable String keyColumn(JavaIndex.Declared target) {
        List<JavaIndex.Declared> line = new ArrayList<>(List.of(target));
        line.addAll(index.supertypes(target));
        String found = null;
        for (JavaIndex.Declared each : line) {
            for (EntityField field : EntityField.of(each.type())) {
                if (field.has("EmbeddedId")) return null;
                if (!field.has("Id")) continue;
                if (found != null || field.has("ManyToOne", "OneToOne")) return null;
                JavaAnnotation column = field.annotation("Column");
                JavaValue written = column == null ? null : column.value("name");
                String text = written == null ? null : index.text(written, each.unit(), each.type());
                found = text == null ? names.of(field.name()) : names.written(text);
            }
        }
        return found;
    }

    /** A list without an owner on the other side: a column there, or a table between. */
    private void oneToMany(EntityField field, In in) {
        if (mapped(field, "OneToMany")) return;
        JavaAnnotation join = field.annotation("JoinColumn");
        if (join == null) {
            others.add(() -> joinTable(field, in));
            return;
        }
        JavaIndex.Declared target = entities.entity(field.target(), in.type());
        String key = keyColumn(entity);
        String table = entities.tableKey(entity, names);
        String name = columnName(field, join, in, key == null ? null : names.of(field.name() + "_" + key));
        if (target == null) open(field, in, "what it refers to is no entity of the repository");
        else if (name != null && key != null && table != null)
            entities.foreign(
                    target,
                    name,
                    !join.says("nullable", false),
                    entity.type().simpleName(),
                    table + "." + key,
                    in.type().unit(),
                    field.span());
    }

    /** A column that the other side of a relation puts here. */
    void foreign(String name, boolean nullable, String type, String references, JavaUnit unit, JavaSpan span) {
        columns.putIfAbsent(
                name,
                new Placed(
                        new TableFacts.Column(name, null, type, nullable, null, false, false, references), unit, span));
    }

    private void joinTable(EntityField field, In in) {
        JavaIndex.Declared target = entities.entity(field.target(), in.type());
        String own = entities.tableName(entity, names);
        String other = target == null ? null : entities.tableName(target, names);
        JavaAnnotation written = field.annotation("JoinTable");
        JavaValue value = written == null ? null : written.value("name");
        String name = text(value, in);
        if (name != null) name = names.written(name);
        else if (value == null && own != null && other != null) name = names.of(own + "_" + other);
        String ownKey = keyColumn(entity);
        String otherKey = target == null ? null : keyColumn(target);
        if (name == null || own == null || target == null || ownKey == null || otherKey == null) {
            unresolvedTable(field, in);
            return;
        }
        TableFacts table = entities.joinTable(name, entity, field.span());
        String near = joinColumn(written, "joinColumns", in, own + "_" + ownKey);
        String far = joinColumn(written, "inverseJoinColumns", in, field.name() + "_" + otherKey);
        if (near == null || far == null) {
            open(field, in, "a column of " + name + " is no constant of the repository");
            return;
        }
        String ownReference = entities.tableKey(entity, names) + "." + ownKey;
        String otherReference = entities.tableKey(target, names) + "." + otherKey;
        boolean set = field.type().startsWith("Set<");
        between(table, field, in, near, ownReference, set);
        between(table, field, in, far, otherReference, set);
        if (set) table.index(facts.place(in.type().unit(), field.span()), null, List.of(near, far), true, null, null);
    }

    private void between(TableFacts table, EntityField field, In in, String name, String references, boolean key) {
        table.column(
                facts.place(in.type().unit(), field.span()),
                new TableFacts.Column(name, null, "key", false, null, key, false, references));
    }

    private @Nullable String joinColumn(@Nullable JavaAnnotation table, String attribute, In in, String usual) {
        List<JavaAnnotation> columns = table == null ? List.of() : table.nested(attribute);
        JavaValue name = columns.isEmpty() ? null : columns.get(0).value("name");
        if (name == null) return names.of(usual);
        String text = text(name, in);
        return text == null ? null : names.written(text);
    }

    private void collection(EntityField field, In in) {
        JavaAnnotation written = field.annotation("CollectionTable");
        JavaValue value = written == null ? null : written.value("name");
        String text = text(value, in);
        String name = text != null
                ? names.written(text)
                : value != null ? null : names.of(entity.type().simpleName() + "_" + field.name());
        String ownKey = keyColumn(entity);
        String own = entities.tableKey(entity, names);
        if (name == null || ownKey == null || own == null) {
            unresolvedTable(field, in);
            return;
        }
        TableFacts table = entities.joinTable(name, entity, field.span());
        String near = joinColumn(written, "joinColumns", in, entity.type().simpleName() + "_" + ownKey);
        if (near != null) between(table, field, in, near, own + "." + ownKey, false);
        JavaIndex.Declared element = index.type(in.type().unit(), in.type().type(), field.target());
        boolean parts = element != null && JavaAnnotation.has(element.type().annotations(), "Embeddable");
        String column = columnName(field, field.annotation("Column"), in, names.of(field.name()));
        if (near == null || parts || column == null) {
            open(field, in, "the columns of " + name + " are not read");
            return;
        }
        table.column(
                facts.place(in.type().unit(), field.span()),
                new TableFacts.Column(column, field.name(), field.target(), true, null, false, false, null));
    }

    private void unresolvedTable(EntityField field, In in) {
        facts.unresolved(
                "table of a relation",
                in.type().type().simpleName() + "." + field.name(),
                "its name, or the key of what it refers to, is not known",
                in.type().unit(),
                field.span(),
                List.of(DbTable.class, DbColumn.class, DbIndex.class));
    }

    private void open(EntityField field, In in, String reason) {
        facts.unresolved(
                "column of " + entity.type().simpleName(),
                field.name(),
                reason,
                in.type().unit(),
                field.span(),
                List.of(DbColumn.class));
    }

    private void put(
            String name,
            @Nullable String property,
            String type,
            boolean nullable,
            boolean key,
            boolean unique,
            @Nullable String byDefault,
            @Nullable String references,
            In in,
            JavaSpan span) {
        columns.putIfAbsent(
                name,
                new Placed(
                        new TableFacts.Column(name, property, type, nullable, byDefault, key, unique, references),
                        in.type().unit(),
                        span));
    }

    /** Hands over the columns and indexes of the table, and the tables beside it. */
    void emit(TableFacts table) {
        List<String> key = columns.values().stream()
                .map(Placed::column)
                .filter(TableFacts.Column::primaryKey)
                .map(TableFacts.Column::name)
                .toList();
        for (Placed placed : columns.values()) {
            TableFacts.Column column = placed.column();
            boolean alone = column.unique() || key.equals(List.of(column.name()));
            table.column(
                    facts.place(placed.unit(), placed.span()),
                    new TableFacts.Column(
                            column.name(),
                            column.property(),
                            column.type(),
                            column.nullable(),
                            column.defaultValue(),
                            column.primaryKey(),
                            alone,
                            column.references()));
            if (column.unique())
                table.index(facts.place(placed.unit(), placed.span()), null, List.of(column.name()), true, null, null);
        }
        if (!key.isEmpty()) table.index(facts.place(entity.unit(), entity.type().span()), null, key, true, null, null);
        JavaAnnotation written = JavaAnnotation.named(entity.type().annotations(), "Table");
        if (written != null) {
            written.nested("indexes").forEach(each -> index(table, each, "columnList", each.says("unique", true)));
            written.nested("uniqueConstraints").forEach(each -> index(table, each, "columnNames", true));
        }
        others.forEach(Runnable::run);
    }

    private void index(TableFacts table, JavaAnnotation written, String attribute, boolean unique) {
        JavaValue value = written.value(attribute);
        List<String> texts = value == null ? null : index.texts(value, entity.unit(), entity.type());
        if (texts == null) {
            facts.unresolved(
                    "columns of an index",
                    value == null ? written.name() : value.source(),
                    "they are no constants of the repository",
                    entity.unit(),
                    written.span(),
                    List.of(DbIndex.class));
            return;
        }
        List<String> names = new ArrayList<>();
        for (String text : texts) {
            for (String part : text.split(",", -1)) {
                String column = part.strip().split("\\s", 2)[0];
                if (!column.isEmpty()) names.add(column(column));
            }
        }
        JavaValue name = written.value("name");
        table.index(
                facts.place(entity.unit(), written.span()),
                name == null ? null : index.text(name, entity.unit(), entity.type()),
                names,
                unique,
                null,
                null);
    }

    /** The column of a name: one of the database, or of the code. */
    private String column(String written) {
        String name = names.written(written);
        if (columns.containsKey(name)) return name;
        for (Placed placed : columns.values())
            if (written.equals(placed.column().property()))
                return placed.column().name();
        return name;
    }
}
