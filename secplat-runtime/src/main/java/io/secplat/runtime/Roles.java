package io.secplat.runtime;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The roles given to this server. */
public record Roles(Set<Role> active) {

    public Roles {
        active = Set.copyOf(active);
    }

    /** Reads {@code all} or a comma list of role names; IllegalArgumentException when it is blank, or names an unknown one. */
    public static Roles parse(String setting) {
        if (setting.isBlank()) {
            throw new IllegalArgumentException("SECPLAT_ROLES is not set: say what this server does; " + known());
        }
        if (setting.strip().equals("all")) {
            return new Roles(EnumSet.allOf(Role.class));
        }
        return new Roles(Arrays.stream(setting.split(",", -1))
                .map(String::strip)
                .map(name -> Role.of(name)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "SECPLAT_ROLES: unknown role \"" + name + "\"; " + known())))
                .collect(Collectors.toSet()));
    }

    private static String known() {
        return "known are all, " + Arrays.stream(Role.values()).map(Role::wire).collect(Collectors.joining(", "));
    }

    public boolean has(Role role) {
        return active.contains(role);
    }

    /** The name of this server in logs: its role, or {@code all}. */
    public String label() {
        return active.size() == Role.values().length
                ? "all"
                : active.stream().map(Role::wire).sorted().collect(Collectors.joining("+"));
    }
}
