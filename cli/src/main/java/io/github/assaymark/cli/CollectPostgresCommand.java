package io.github.assaymark.cli;

import io.github.assaymark.facts.catalog.CatalogScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(
        name = "postgres",
        description = {
            "Export the system catalogue of a PostgreSQL database: tables, columns, indexes, constraints, policies,"
                    + " owners, roles and privileges. Reads no rows, no passwords and no bodies of functions, and"
                    + " changes nothing.",
            "",
            "The password comes from PGPASSWORD or .pgpass, never from the command line."
        },
        footer = {
            "",
            "assay collect postgres --print > postgres-catalog.sql",
            "assay collect postgres --url jdbc:postgresql://HOST/DATABASE --user NAME --out state/postgres-catalog.json"
        })
final class CollectPostgresCommand implements Callable<Integer> {
    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern SECRET = Pattern.compile("(?i)[?&][a-z]*(?:password|passwd)=|://[^/?@]*:[^/?@]*@");
    private static final Pattern REFUSED =
            Pattern.compile("\"part\" ?: ?\"([a-z]+)\",\"status\" ?: ?\"(denied|failed)\"");

    private final Workshop workshop;
    private final Console console;

    @Option(names = "--print", description = "Print the SQL script that psql runs, with the command for it")
    boolean print;

    @Option(names = "--url", paramLabel = "URL", description = "Read this database, jdbc:postgresql://HOST/DATABASE")
    @Nullable
    String url;

    @Option(names = "--user", paramLabel = "NAME", description = "Role to read as (default: PGUSER)")
    @Nullable
    String user;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the export to this file, whole or not at all; its name must be postgres-catalog*.json"
                    + " to be found")
    @Nullable
    Path out;

    @Option(names = "--stacktrace", description = "Show where an internal error comes from")
    boolean stacktrace;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    boolean help;

    CollectPostgresCommand(Workshop workshop, Console console) {
        this.workshop = workshop;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (print == (url != null))
            throw new UsageException("collect postgres takes --print or --url, one of the two"
                    + "\n  Maybe `assay collect postgres --print` for a script that psql runs");
        if (print) Result.write(text -> text.append(script()), console, out);
        else export(String.valueOf(url));
        return 0;
    }

    private static String script() {
        return "-- Made by: assay collect postgres --print > postgres-catalog.sql\n-- Run by:  "
                + CatalogScript.command("postgres-catalog.sql", "state/postgres-catalog.json") + "\n\n"
                + CatalogScript.text();
    }

    private void export(String address) {
        if (SECRET.matcher(address).find())
            throw new UsageException("--url: a password does not belong into a command line, where others can read it"
                    + "\n  Maybe set PGPASSWORD, or write it into ~/.pgpass");
        if (!address.startsWith(PREFIX))
            throw new UsageException("--url: no address of a PostgreSQL database: " + address + "\n  Maybe " + PREFIX
                    + "//HOST/DATABASE");
        if (out == null) throw new UsageException("--url: --out is missing\n  Maybe --out state/postgres-catalog.json");
        Path name = out.getFileName();
        if (name == null || !name.toString().matches("postgres-catalog.*\\.json"))
            throw new UsageException("--out: no name by which it would be found: " + out + "\n  Maybe "
                    + out.resolveSibling("postgres-catalog.json"));
        String document = document(address);
        Result.file(
                "--out", console.directory().resolve(out), to -> to.write(document.getBytes(StandardCharsets.UTF_8)));
        List<String> missing = new ArrayList<>();
        for (Matcher part = REFUSED.matcher(document); part.find(); )
            missing.add(part.group(1) + " (" + part.group(2) + ")");
        console.error("wrote " + out
                + (missing.isEmpty() ? "" : "; without " + String.join(", ", missing) + ", which it says"));
    }

    private String document(String address) {
        String password = console.variable("PGPASSWORD");
        Properties connection = new Properties();
        String role = user != null ? user : console.variable("PGUSER");
        if (role != null) connection.setProperty("user", role);
        if (password != null) connection.setProperty("password", password);
        connection.setProperty("loginTimeout", "15");
        connection.setProperty("socketTimeout", "180");
        connection.setProperty("ApplicationName", "assay collect");
        try {
            return workshop.postgresCatalog(address, connection);
        } catch (SQLException e) {
            String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            if (password != null) said = said.replace(password, "[redacted]");
            throw new UsageException("--url: the catalogue cannot be read: " + said + "\n  Maybe " + hint(e));
        }
    }

    private static String hint(SQLException e) {
        String state = String.valueOf(e.getSQLState()).toUpperCase(Locale.ROOT);
        if (state.startsWith("28")) return "the role or its password is another: see --user, PGPASSWORD and ~/.pgpass";
        if (state.startsWith("08")) return "the server cannot be reached from here, or host and port are others";
        if (state.startsWith("3D")) return "the database has another name";
        return "run it with psql: `assay collect postgres --print` prints the script";
    }
}
