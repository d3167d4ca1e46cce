package io.github.assaymark.facts.replay;

import io.github.assaymark.facts.sql.AlterCommand;
import io.github.assaymark.facts.sql.Ddl;
import io.github.assaymark.facts.sql.RelationName;
import io.github.assaymark.facts.sql.SqlTokenKind;
import io.github.assaymark.facts.sql.SqlTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Conditions that only ask the catalogue whether what a statement makes or takes is there: the replayed schema answers
 * them.
 */
final class Guard {
    private Guard() {}

    /** Whether a condition holds when the statement is reached; null when the schema does not say. */
    static @Nullable Boolean holds(Draft draft, Ddl ddl, String condition) {
        Boolean answer = CatalogQuestion.answer(draft, condition);
        if (answer != null) return answer;
        String text = condition.toLowerCase(Locale.ROOT);
        boolean asks = text.contains("pg_") || text.contains("information_schema") || text.contains("to_reg");
        if (!asks || text.contains(" and not ") || text.contains(" or ")) return null;
        boolean absent = text.matches("\\(?\\s*not\\s*\\(?\\s*exists[\\s\\S]*") || text.contains("is null");
        boolean present = text.matches("\\(?\\s*exists[\\s\\S]*") || text.contains("is not null");
        if (absent == present) return null;
        String subject = subject(ddl);
        if (subject == null || !constants(condition).contains(subject)) return null;
        Boolean there = there(draft, ddl);
        if (there == null) return null;
        return absent != there;
    }

    private static Set<String> constants(String text) {
        SqlTokens words = SqlTokens.of(text);
        Set<String> constants = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.kind(i) != SqlTokenKind.STRING) continue;
            String content = Expressions.content(words.text(i));
            constants.add(content);
            int dot = content.lastIndexOf('.');
            constants.add(content.substring(dot + 1).replace("\"", ""));
        }
        return constants;
    }

    /** Whether a statement only adds something. */
    static boolean adds(Ddl ddl) {
        if (ddl instanceof Ddl.Grant grant) return !grant.revoke();
        if (!(ddl instanceof Ddl.Alter alter))
            return !(ddl instanceof Ddl.Drop
                    || ddl instanceof Ddl.AlterOther
                    || ddl instanceof Ddl.AlterDomain
                    || ddl instanceof Ddl.RenameEnumValue);
        for (AlterCommand command : alter.commands())
            if (!(command instanceof AlterCommand.AddColumn || command instanceof AlterCommand.AddConstraint))
                return false;
        return true;
    }

    /** Whether the rows of a table decide if it succeeds. */
    static boolean dependsOnRows(Ddl ddl) {
        if (ddl instanceof Ddl.CreateIndex create) return create.unique();
        if (!(ddl instanceof Ddl.Alter alter)) return ddl instanceof Ddl.Change;
        for (AlterCommand command : alter.commands()) {
            if (command instanceof AlterCommand.SetNotNull || command instanceof AlterCommand.ValidateConstraint)
                return true;
            if (command instanceof AlterCommand.AlterType) return true;
            if (command instanceof AlterCommand.AddConstraint add
                    && !add.constraint().notValid()) return true;
        }
        return false;
    }

    /** The name that the statement is about: what it makes, takes or changes. */
    private static @Nullable String subject(Ddl ddl) {
        if (ddl instanceof Ddl.CreateEnum create) return create.type().name();
        if (ddl instanceof Ddl.Create create) return create.name().name();
        if (ddl instanceof Ddl.CreateTable create) return create.table().name();
        if (ddl instanceof Ddl.CreateView create) return create.view().name();
        if (ddl instanceof Ddl.CreateIndex create) return create.name();
        if (ddl instanceof Ddl.CreatePolicy create) return create.name();
        if (ddl instanceof Ddl.CreateTrigger create) return create.name();
        if (ddl instanceof Ddl.AddEnumValue add) return add.label();
        if (ddl instanceof Ddl.RenameEnumValue rename) return rename.from();
        if (ddl instanceof Ddl.Drop drop && drop.names().size() == 1)
            return drop.names().get(0).name();
        if (!(ddl instanceof Ddl.Alter alter) || alter.commands().size() != 1) return null;
        AlterCommand command = alter.commands().get(0);
        if (command instanceof AlterCommand.AddColumn add) return add.column().name();
        if (command instanceof AlterCommand.DropColumn drop) return drop.column();
        if (command instanceof AlterCommand.RenameColumn rename) return rename.from();
        if (command instanceof AlterCommand.AlterType type) return type.column();
        if (command instanceof AlterCommand.SetNotNull set) return set.column();
        if (command instanceof AlterCommand.DropNotNull drop) return drop.column();
        if (command instanceof AlterCommand.AddConstraint add)
            return add.constraint().name();
        if (command instanceof AlterCommand.DropConstraint drop) return drop.name();
        if (command instanceof AlterCommand.RenameConstraint rename) return rename.from();
        if (command instanceof AlterCommand.RenameTo) return alter.name().name();
        if (command instanceof AlterCommand.SetSchema) return alter.name().name();
        if (command instanceof AlterCommand.OwnerTo) return alter.name().name();
        return null;
    }

    /** Whether that is there now; null when the schema does not say. */
    private static @Nullable Boolean there(Draft draft, Ddl ddl) {
        if (ddl instanceof Ddl.CreateEnum create) return draft.type(create.type()) != null;
        if (ddl instanceof Ddl.CreateTable create) return draft.relation(create.table()) != null;
        if (ddl instanceof Ddl.CreateView create) return draft.relation(create.view()) != null;
        if (ddl instanceof Ddl.CreateIndex create)
            return create.name() == null ? null : relation(draft, create.table(), create.name());
        if (ddl instanceof Ddl.AddEnumValue add) {
            UserType type = draft.type(add.type());
            return type == null ? null : type.labels().contains(add.label());
        }
        if (ddl instanceof Ddl.RenameEnumValue rename) {
            UserType type = draft.type(rename.type());
            return type == null ? null : type.labels().contains(rename.from());
        }
        if (ddl instanceof Ddl.CreatePolicy create) {
            Table table = closed(draft, create.table());
            return table == null ? null : has(table.security().policies(), create.name());
        }
        if (ddl instanceof Ddl.CreateTrigger create) {
            Table table = closed(draft, create.table());
            if (table == null) return null;
            for (Trigger one : table.triggers()) if (one.name().equals(create.name())) return true;
            return false;
        }
        if (ddl instanceof Ddl.Create create) return there(draft, create);
        if (ddl instanceof Ddl.Drop drop) return there(draft, drop);
        return ddl instanceof Ddl.Alter alter ? there(draft, alter) : null;
    }

    private static boolean has(List<Policy> policies, String name) {
        for (Policy policy : policies) if (policy.name().equals(name)) return true;
        return false;
    }

    private static @Nullable Boolean relation(Draft draft, RelationName table, String name) {
        Table found = closed(draft, table);
        return found == null ? null : draft.relation(found.schema(), name) != null;
    }

    /** A table all of whose parts are known. */
    private static @Nullable Table closed(Draft draft, RelationName name) {
        return draft.relation(name) instanceof Table table && !table.form().open() ? table : null;
    }

    private static @Nullable Boolean there(Draft draft, Ddl.Create create) {
        return switch (create.kind()) {
            case "type", "domain" -> draft.type(create.name()) != null;
            case "schema" -> draft.schema().namespaces().has(create.name().name());
            case "role", "user", "group" ->
                draft.schema().roles().has(create.name().name());
            case "extension" -> draft.schema().extensions().has(create.name().name());
            case "sequence" -> draft.relation(create.name()) != null;
            default -> null;
        };
    }

    private static @Nullable Boolean there(Draft draft, Ddl.Drop drop) {
        if (drop.names().size() != 1) return null;
        RelationName name = drop.names().get(0);
        return switch (drop.kind()) {
            case "table", "view", "materialized view", "index", "sequence" -> draft.relation(name) != null;
            case "type", "domain" -> draft.type(name) != null;
            default -> null;
        };
    }

    private static @Nullable Boolean there(Draft draft, Ddl.Alter alter) {
        if (alter.commands().size() != 1) return null;
        AlterCommand command = alter.commands().get(0);
        if (command instanceof AlterCommand.RenameTo
                || command instanceof AlterCommand.SetSchema
                || command instanceof AlterCommand.OwnerTo) return draft.relation(alter.name()) != null;
        Table table = closed(draft, alter.name());
        if (table == null) return null;
        if (command instanceof AlterCommand.AddColumn add)
            return table.column(add.column().name()) != null;
        if (command instanceof AlterCommand.DropColumn drop) return table.column(drop.column()) != null;
        if (command instanceof AlterCommand.RenameColumn rename) return table.column(rename.from()) != null;
        if (command instanceof AlterCommand.AlterType type) return table.column(type.column()) != null;
        if (command instanceof AlterCommand.SetNotNull set) return table.column(set.column()) != null;
        if (command instanceof AlterCommand.DropNotNull drop) return table.column(drop.column()) != null;
        if (command instanceof AlterCommand.AddConstraint add)
            return add.constraint().name() == null
                    ? null
                    : table.constraint(add.constraint().name()) != null;
        if (command instanceof AlterCommand.DropConstraint drop) return table.constraint(drop.name()) != null;
        if (command instanceof AlterCommand.RenameConstraint rename) return table.constraint(rename.from()) != null;
        return null;
    }
}
