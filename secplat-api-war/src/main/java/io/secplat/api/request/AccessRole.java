package io.secplat.api.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do: viewers read, analysts also change, admins do all. */
public enum AccessRole {
    VIEWER,
    ANALYST,
    ADMIN;

    /** The names for {@code @RolesAllowed}: {@code {VIEW, ANALYZE, ADMINISTER}} reads, the last two change. */
    public static final String VIEW = "viewer";

    public static final String ANALYZE = "analyst";
    public static final String ADMINISTER = "admin";

    /** The lower-case name used in tokens, tables and JSON. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role with exactly that wire name. */
    public static Optional<AccessRole> of(String wire) {
        return Arrays.stream(values()).filter(role -> role.wire().equals(wire)).findFirst();
    }
}
