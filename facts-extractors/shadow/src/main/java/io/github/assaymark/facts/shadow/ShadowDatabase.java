package io.github.assaymark.facts.shadow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database of its own for one history. What migrations send runs as a role that is no superuser, cannot make
 * databases, reads and writes no file of the server and starts no program.
 */
final class ShadowDatabase implements AutoCloseable {
    static final String MIGRATOR = "assay_migrator";

    private static final String NAME = "shadow";
    private static final String SCRIPT = script();

    private final PostgresServer server;
    private final Connection admin;
    private final Session session;
    private final List<String> roles = new ArrayList<>();

    private ShadowDatabase(PostgresServer server, Connection admin, Session session) {
        this.server = server;
        this.admin = admin;
        this.session = session;
    }

    /** A new one; at any time there is one in a server. */
    static ShadowDatabase create(PostgresServer server, int statementSeconds) throws SQLException {
        String secret = PostgresServer.secret();
        try (Connection first = server.admin("postgres");
                Statement statement = first.createStatement()) {
            clear(statement);
            // before version 16 who makes roles may take those of the server, which start programs and read files
            boolean rolesAreSafe = first.getMetaData().getDatabaseMajorVersion() >= 16;
            statement.execute("create role " + MIGRATOR + " login nosuperuser nocreatedb nobypassrls noreplication "
                    + (rolesAreSafe ? "createrole" : "nocreaterole") + " password '" + secret + "'");
            if (rolesAreSafe)
                statement.execute("alter role " + MIGRATOR + " set createrole_self_grant = 'set, inherit'");
            statement.execute("alter role " + MIGRATOR + " set statement_timeout = '" + statementSeconds + "s'");
            statement.execute("alter role " + MIGRATOR + " set lock_timeout = '" + statementSeconds + "s'");
            statement.execute("create database " + NAME + " owner " + MIGRATOR + " template template0");
        }
        Connection admin = server.admin(NAME);
        try (Statement statement = admin.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("set client_min_messages = error");
            statement.execute("alter schema public owner to " + MIGRATOR);
            statement.execute(SCRIPT);
            Session session = new Session(server.connect(MIGRATOR, secret, NAME), statementSeconds);
            return new ShadowDatabase(server, admin, session);
        } catch (SQLException e) {
            admin.close();
            throw e;
        }
    }

    /** The connection migrations run on. */
    Session session() {
        return session;
    }

    /** The connection of the administrator, who reads the catalogue. */
    Connection admin() {
        return admin;
    }

    /** Makes a role that owns nothing and cannot log in, and lets the migrations act for it. */
    void role(String name) throws SQLException {
        execute("create role " + quoted(name) + " nologin");
        roles.add(name);
        execute("grant " + quoted(name) + " to " + MIGRATOR + " with admin option");
    }

    /** Whether any role was made up. */
    boolean hasRoles() {
        return !roles.isEmpty();
    }

    /** Lets the roles that were made up have things in a schema. */
    void open(String schema) throws SQLException {
        if (schema.startsWith("pg_") || schema.startsWith("assay_")) return;
        for (String role : roles) execute("grant create, usage on schema " + quoted(schema) + " to " + quoted(role));
    }

    /** Makes an empty schema for the migrations. */
    void schema(String name) throws SQLException {
        execute("create schema " + quoted(name) + " authorization " + MIGRATOR);
    }

    /** Installs an extension on behalf of the migrations. */
    void extension(String name) throws SQLException {
        execute("create extension if not exists " + quoted(name));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = admin.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Ends the connections and drops everything, so that the next history starts with nothing. */
    @Override
    public void close() {
        try {
            session.close();
            admin.close();
            try (Connection last = server.admin("postgres");
                    Statement statement = last.createStatement()) {
                clear(statement);
            }
        } catch (SQLException e) {
            // the server goes away as a whole in a moment
        }
    }

    /** Drops the database and every role but the administrator's. */
    private static void clear(Statement statement) throws SQLException {
        statement.setEscapeProcessing(false);
        statement.execute("drop database if exists " + NAME + " with (force)");
        List<String> left = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select rolname from pg_roles where rolname !~ '^pg_' and rolname <> '" + PostgresServer.ADMIN + "'")) {
            while (rows.next()) left.add(rows.getString(1));
        }
        for (String role : left) statement.execute("drop role " + quoted(role));
    }

    private static String script() {
        try (InputStream in = ShadowDatabase.class.getResourceAsStream("shadow.sql")) {
            if (in == null) throw new IllegalStateException("shadow.sql is not in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("shadow.sql cannot be read", e);
        }
    }
}
