package io.github.assaymark.facts.java;

import io.github.assaymark.facts.schema.TableFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the columns of one table. */
final class EntityColumns {
    private static final int MAX_DEPTH = 5;

    private final EntityScope scope;
    private final EntityRelations relations;
    private final EntityLinkTables links;
    private final Map<String, EntityColumn> columns = new LinkedHashMap<>();
    private final List<Runnable> others = new ArrayList<>();

    EntityColumns(EntityScope scope) {
        this.scope = scope;
        this.relations = new EntityRelations(scope, this);
        this.links = new EntityLinkTables(scope);
    }

    /** The columns a class declares; {@code nullable} when rows of other classes have none. */
    void own(JavaIndex.Declared type, boolean nullable) {
        fields(EntityPlace.of(type, nullable));
    }

    /** The primary key of a joined superclass. */
    void keyOf(JavaIndex.Declared parent) {
        for (EntityField field : EntityField.of(parent.type())) {
            if (field.has("Id", "EmbeddedId")) field(field, EntityPlace.of(parent, false));
        }
    }

    /** The column that tells the classes of a shared table apart. */
    void discriminator() {
        JavaAnnotation written = JavaAnnotation.named(scope.entity().type().annotations(), "DiscriminatorColumn");
        JavaValue name = written == null ? null : written.value("name");
        String text = name == null
                ? "DTYPE"
                : scope.index().text(name, scope.entity().unit(), scope.entity().type());
        if (text != null)
            put(
                    scope.names().written(text),
                    null,
                    "String",
                    false,
                    false,
                    false,
                    null,
                    null,
                    EntityPlace.of(scope.entity(), false),
                    scope.entity().type().span());
    }

    private void fields(EntityPlace in) {
        for (EntityField field : EntityField.of(in.type().type())) field(field, in);
    }

    private void field(EntityField field, EntityPlace in) {
        if (field.has("OneToMany")) {
            if (mapped(field, "OneToMany")) return;
            if (field.has("JoinColumn")) relations.oneToMany(field, in);
            else others.add(() -> links.joinTable(field, in));
        } else if (field.has("ManyToMany")) {
            if (!mapped(field, "ManyToMany")) others.add(() -> links.joinTable(field, in));
        } else if (field.has("ElementCollection")) {
            others.add(() -> links.collection(field, in));
        } else if (field.has("ManyToOne", "OneToOne")) {
            if (!mapped(field, "OneToOne")) relations.relation(field, in);
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

    private boolean embedded(EntityField field, EntityPlace in) {
        if (field.has("Embedded", "EmbeddedId")) return true;
        JavaIndex.Declared type = scope.index().type(in.unit(), in.type().type(), field.type());
        return type != null && JavaAnnotation.has(type.type().annotations(), "Embeddable");
    }

    private void embed(EntityField field, EntityPlace in) {
        JavaIndex.Declared type = scope.index().type(in.unit(), in.type().type(), field.type());
        if (type == null || in.depth() >= MAX_DEPTH) {
            scope.open(field, in, "the embedded type " + field.type() + " is not in the repository");
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
                    : scope.index().text(name, in.unit(), in.type().type());
            String to = columnName == null
                    ? null
                    : scope.index().text(columnName, in.unit(), in.type().type());
            if (from != null && to != null) overrides.put(from, to);
        }
        boolean key = in.key() || field.has("EmbeddedId");
        fields(new EntityPlace(
                type,
                in.nullable() || (!key && !field.required()),
                key,
                overrides,
                in.path() + field.name() + ".",
                in.depth() + 1));
    }

    private void plain(EntityField field, EntityPlace in) {
        JavaAnnotation column = field.annotation("Column");
        String name = in.overrides().get(field.name());
        if (name != null) name = scope.names().written(name);
        else name = scope.columnName(field, column, in, scope.names().of(field.name()));
        if (name == null) return;
        String definition = column == null ? null : scope.text(column.value("columnDefinition"), in);
        JavaAnnotation byDefault = field.annotation("ColumnDefault");
        put(
                name,
                field.name(),
                definition == null ? field.type() : definition,
                in.nullable() || !(field.required() || in.key()),
                in.key() || field.has("Id"),
                column != null && column.says("unique", true),
                byDefault == null ? null : scope.text(byDefault.value("value"), in),
                null,
                in,
                field.span());
    }

    /** A column that the other side of a relation puts here. */
    void foreign(String name, boolean nullable, String type, String references, JavaUnit unit, JavaSpan span) {
        columns.putIfAbsent(
                name,
                new EntityColumn(
                        new TableFacts.Column(name, null, type, nullable, null, false, false, references),
                        null,
                        unit,
                        span));
    }

    /** Adds a column, unless there is one of its name. */
    void put(
            String name,
            @Nullable String property,
            String type,
            boolean nullable,
            boolean key,
            boolean unique,
            @Nullable String byDefault,
            @Nullable String references,
            EntityPlace in,
            JavaSpan span) {
        columns.putIfAbsent(
                name,
                new EntityColumn(
                        new TableFacts.Column(name, property, type, nullable, byDefault, key, unique, references),
                        property == null ? null : in.path() + property,
                        in.unit(),
                        span));
    }

    /** Hands over the columns and indexes of the table, and the tables beside it. */
    void emit(TableFacts table) {
        List<String> key = columns.values().stream()
                .map(EntityColumn::column)
                .filter(TableFacts.Column::primaryKey)
                .map(TableFacts.Column::name)
                .toList();
        for (EntityColumn placed : columns.values()) {
            TableFacts.Column column = placed.column();
            boolean alone = column.unique() || key.equals(List.of(column.name()));
            table.column(
                    scope.facts().place(placed.unit(), placed.span()),
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
                table.index(
                        scope.facts().place(placed.unit(), placed.span()),
                        null,
                        List.of(column.name()),
                        true,
                        null,
                        null);
        }
        if (!key.isEmpty())
            table.index(
                    scope.facts()
                            .place(scope.entity().unit(), scope.entity().type().span()),
                    null,
                    key,
                    true,
                    null,
                    null);
        new EntityIndexes(scope, columns).emit(table);
        others.forEach(Runnable::run);
    }

    /** The column that properties lead to, with dots between them; null when there is none. */
    @Nullable
    String column(String path) {
        for (EntityColumn each : columns.values()) {
            if (path.equals(each.path())) return each.column().name();
        }
        return null;
    }

    /** Whether properties lead to columns that are embedded. */
    boolean embeds(String path) {
        for (EntityColumn each : columns.values()) {
            String own = each.path();
            if (own != null && own.startsWith(path + ".")) return true;
        }
        return false;
    }
}
