package io.github.assaymark.facts.shadow;

import io.github.assaymark.facts.sql.Ddl;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is never sent to a shadow database. The rights of its role say the same a second time. */
final class Gate {
    /** Extensions that only hold types, functions and operators. */
    private static final Set<String> EXTENSIONS = Set.of(
            "bloom",
            "btree_gin",
            "btree_gist",
            "citext",
            "cube",
            "dict_int",
            "dict_xsyn",
            "earthdistance",
            "fuzzystrmatch",
            "hstore",
            "intagg",
            "intarray",
            "isn",
            "lo",
            "ltree",
            "moddatetime",
            "pg_stat_statements",
            "pg_trgm",
            "pgcrypto",
            "pgrowlocks",
            "pgstattuple",
            "plpgsql",
            "refint",
            "seg",
            "tablefunc",
            "tcn",
            "tsm_system_rows",
            "tsm_system_time",
            "unaccent",
            "uuid-ossp",
            "autoinc",
            "insert_username");

    private static final Set<String> LANGUAGES = Set.of("sql", "plpgsql");

    private Gate() {}

    /** Whether an extension may be installed. */
    static boolean allows(String extension) {
        return EXTENSIONS.contains(extension.toLowerCase(Locale.ROOT));
    }

    /** Why a statement is not sent; null when it may be. */
    static @Nullable String refusal(Ddl ddl) {
        if (ddl instanceof Ddl.Copy copy && copy.program()) return "COPY with PROGRAM starts programs of the server";
        if (ddl instanceof Ddl.Create create) {
            if (create.kind().equals("extension") && !allows(create.name().name()))
                return "extension " + create.name().name() + " is not one that a shadow database installs";
            if (create.kind().equals("language")) return "a language is not installed in a shadow database";
        }
        if (ddl instanceof Ddl.CreateFunction function) {
            String language = function.language();
            if (language != null && !LANGUAGES.contains(language.toLowerCase(Locale.ROOT)))
                return "functions in " + language + " are not run in a shadow database";
        }
        return null;
    }
}
