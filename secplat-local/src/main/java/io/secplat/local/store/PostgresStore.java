package io.secplat.local.store;

import io.secplat.local.process.Running;
import java.nio.file.Path;

/** A running PostgreSQL with the database {@code secplat} that the user {@code secplat} owns. */
public record PostgresStore(Running running, String password) implements Store {

    /** Starts PostgreSQL; the password counts at the first start on a home, later ones keep that one. */
    public static PostgresStore start(Path home, int port, String password) {
        PostgresProgram program = new PostgresProgram(home, port, password);
        return new PostgresStore(Running.start(program, home.resolve("postgres.log")), password);
    }

    public String user() {
        return PostgresProgram.USER;
    }

    /** For instance {@code jdbc:postgresql://127.0.0.1:15432/secplat}. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + PostgresProgram.USER;
    }

    /** Never shows the password. */
    @Override
    public String toString() {
        return "PostgresStore[" + jdbcUrl() + "]";
    }
}
