package io.secplat.api.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads the columns of one row by name, as the Java types that this package knows. */
public record Columns(ResultSet row, StatementContext context) {

    private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

    /** The value, or null. */
    public <T> @Nullable T optional(String column, Class<T> type) throws SQLException {
        return context.findColumnMapperFor(type).orElseThrow().map(row, column, context);
    }

    /** The value of a column that is never null. */
    public <T> T get(String column, Class<T> type) throws SQLException {
        return Objects.requireNonNull(optional(column, type), column);
    }

    public String text(String column) throws SQLException {
        return get(column, String.class);
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return row.getString(column);
    }

    /** A {@code text[]} that is never null. */
    public List<String> texts(String column) throws SQLException {
        return context.findColumnMapperFor(TEXTS).orElseThrow().map(row, column, context);
    }
}
