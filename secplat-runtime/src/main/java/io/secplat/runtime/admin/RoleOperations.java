package io.secplat.runtime.admin;

import io.secplat.runtime.Role;

/**
 * What operators can do to one role beyond its loops. Features provide these as CDI beans.
 *
 * @param name the type of the management bean, for example {@code DeadLetters}
 * @param contract a public interface whose name ends with {@code MXBean}, each of whose methods is {@link Described}
 * @param operations implements it; IllegalArgumentException tells operators what was wrong with what they gave
 */
public record RoleOperations(Role role, String name, Class<?> contract, Object operations) {

    public RoleOperations {
        if (!contract.isInstance(operations)) {
            throw new IllegalArgumentException(name + " does not offer " + contract.getName());
        }
    }
}
