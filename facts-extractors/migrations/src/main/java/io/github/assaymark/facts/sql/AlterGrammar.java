package io.github.assaymark.facts.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ALTER TABLE and its relatives (PostgreSQL manual, ALTER TABLE). */
final class AlterGrammar {
    private final SqlCursor cursor;
    private final ColumnGrammar columns;

    AlterGrammar(SqlCursor cursor) {
        this.cursor = cursor;
        this.columns = new ColumnGrammar(cursor);
    }

    /** After ALTER and the kind of relation. */
    Ddl alter(String relation) {
        boolean ifExists = cursor.take("if", "exists");
        if (cursor.take("all", "in", "tablespace")) {
            cursor.rest();
            return new Ddl.Harmless("alter all in tablespace");
        }
        cursor.take("only");
        RelationName name = cursor.relation();
        cursor.takeOperator("*");
        List<AlterCommand> commands = new ArrayList<>();
        do commands.add(command());
        while (cursor.take(','));
        if (!cursor.done()) throw cursor.unexpected("the end");
        return new Ddl.Alter(relation, name, ifExists, commands);
    }

    private AlterCommand command() {
        if (cursor.take("add")) return add();
        if (cursor.take("drop")) return drop();
        if (cursor.take("alter")) return alterPart();
        if (cursor.take("rename")) return rename();
        if (cursor.take("set")) return set();
        if (cursor.take("reset")) {
            cursor.parenthesized();
            return new AlterCommand.SetParameters();
        }
        if (cursor.take("validate", "constraint")) return new AlterCommand.ValidateConstraint(cursor.name());
        if (cursor.take("owner", "to")) return new AlterCommand.OwnerTo(cursor.name());
        if (cursor.take("force", "row", "level", "security")) return new AlterCommand.RowLevelSecurity("force");
        if (cursor.take("no", "force", "row", "level", "security"))
            return new AlterCommand.RowLevelSecurity("no force");
        if (cursor.take("no", "inherit")) return new AlterCommand.Inherit(cursor.relation(), false);
        if (cursor.take("inherit")) return new AlterCommand.Inherit(cursor.relation(), true);
        if (cursor.sees("enable") || cursor.sees("disable")) return switched(cursor.take("enable"));
        if (cursor.take("attach", "partition")) return attach();
        if (cursor.take("detach", "partition")) return detach();
        if (cursor.take("cluster", "on")) return new AlterCommand.ClusterOn(cursor.name());
        if (cursor.take("replica", "identity")) {
            cursor.skipTo(false);
            return new AlterCommand.ReplicaIdentity();
        }
        int from = cursor.at();
        boolean known = cursor.sees("of")
                || cursor.sees("not", "of")
                || cursor.sees("depends")
                || cursor.sees("no", "depends")
                || cursor.sees("options")
                || cursor.sees("restart")
                || cursor.sees("increment")
                || cursor.sees("start")
                || cursor.sees("owned")
                || cursor.sees("cache")
                || cursor.sees("cycle")
                || cursor.sees("maxvalue")
                || cursor.sees("minvalue")
                || cursor.sees("as")
                || cursor.sees("no");
        cursor.skip();
        cursor.skipTo(false);
        return new AlterCommand.Other(cursor.text(from, cursor.at()), known);
    }

    private AlterCommand add() {
        if (columns.seesConstraint()) return new AlterCommand.AddConstraint(columns.tableConstraint());
        cursor.take("column");
        boolean ifNotExists = cursor.take("if", "not", "exists");
        return new AlterCommand.AddColumn(columns.column(), ifNotExists);
    }

    private AlterCommand drop() {
        if (cursor.take("constraint")) {
            boolean ifExists = cursor.take("if", "exists");
            return new AlterCommand.DropConstraint(cursor.name(), ifExists, behaviour());
        }
        cursor.take("column");
        boolean ifExists = cursor.take("if", "exists");
        return new AlterCommand.DropColumn(cursor.name(), ifExists, behaviour());
    }

    private boolean behaviour() {
        return "cascade".equals(cursor.takeAny("cascade", "restrict"));
    }

    private AlterCommand alterPart() {
        if (cursor.take("constraint")) {
            String name = cursor.name();
            cursor.skipTo(false);
            return new AlterCommand.AlterConstraint(name);
        }
        cursor.take("column");
        if (cursor.done()) throw cursor.unexpected("a column");
        // ALTER INDEX names columns by number.
        String column = cursor.kind() == SqlTokenKind.NUMBER ? number() : cursor.name();
        if (cursor.take("set", "not", "null")) return new AlterCommand.SetNotNull(column);
        if (cursor.take("drop", "not", "null")) return new AlterCommand.DropNotNull(column);
        if (cursor.take("drop", "default")) return new AlterCommand.DropDefault(column);
        if (cursor.take("set", "default")) return new AlterCommand.SetDefault(column, cursor.expression());
        if (cursor.take("set", "data", "type") || cursor.take("type")) return type(column);
        int from = cursor.at();
        boolean generation = cursor.sees("add", "generated")
                || cursor.sees("set", "generated")
                || cursor.sees("drop", "identity")
                || cursor.sees("drop", "expression")
                || cursor.sees("set", "expression")
                || cursor.sees("restart");
        if (!generation && !cursor.sees("set") && !cursor.sees("reset"))
            throw cursor.unexpected("a change of a column");
        cursor.skip();
        cursor.skipTo(false);
        String text = cursor.text(from, cursor.at());
        return generation
                ? new AlterCommand.ChangeGeneration(column, text)
                : new AlterCommand.SetColumnOption(column, text);
    }

    private String number() {
        String text = cursor.word();
        cursor.skip();
        return text;
    }

    private AlterCommand type(String column) {
        String type = columns.type();
        if (cursor.take("collate")) cursor.relation();
        String using = cursor.take("using") ? cursor.expression() : null;
        return new AlterCommand.AlterType(column, type, using);
    }

    private AlterCommand rename() {
        if (cursor.take("to")) return new AlterCommand.RenameTo(cursor.name());
        if (cursor.take("constraint")) {
            String from = cursor.name();
            cursor.expect("to");
            return new AlterCommand.RenameConstraint(from, cursor.name());
        }
        cursor.take("column");
        String from = cursor.name();
        cursor.expect("to");
        return new AlterCommand.RenameColumn(from, cursor.name());
    }

    private AlterCommand set() {
        if (cursor.take("schema")) return new AlterCommand.SetSchema(cursor.name());
        if (cursor.take("logged")) return new AlterCommand.SetLogged(true);
        if (cursor.take("unlogged")) return new AlterCommand.SetLogged(false);
        if (cursor.take("tablespace")) return new AlterCommand.SetTablespace(cursor.name());
        if (cursor.take("access", "method")) return new AlterCommand.SetAccessMethod(cursor.name());
        if (cursor.take("without")) {
            cursor.name();
            return new AlterCommand.Other("set without", true);
        }
        cursor.parenthesized();
        return new AlterCommand.SetParameters();
    }

    private AlterCommand switched(boolean enabled) {
        if (!enabled) cursor.expect("disable");
        if (cursor.take("row", "level", "security"))
            return new AlterCommand.RowLevelSecurity(enabled ? "enable" : "disable");
        if (enabled && cursor.takeAny("always", "replica") == null) enabled = true;
        boolean rule = cursor.take("rule");
        if (!rule) cursor.expect("trigger");
        return new AlterCommand.SwitchTrigger(enabled, rule, cursor.name());
    }

    private AlterCommand attach() {
        RelationName partition = cursor.relation();
        int from = cursor.at();
        boolean byDefault = cursor.take("default");
        if (!byDefault) cursor.skipBound();
        return new AlterCommand.AttachPartition(partition, byDefault, cursor.text(from, cursor.at()));
    }

    private AlterCommand detach() {
        RelationName partition = cursor.relation();
        @Nullable String how = cursor.takeAny("concurrently", "finalize");
        return new AlterCommand.DetachPartition(partition, "concurrently".equals(how));
    }
}
