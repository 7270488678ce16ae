package io.secplat.runtime.setting;

import io.secplat.runtime.Role;
import java.util.Set;

/**
 * One key of the configuration, as those who operate a server know it. Texts may hold Markdown.
 *
 * @param name as in the environment
 * @param form what a value is: its unit and its limits
 * @param meaning what it decides
 * @param usual the value that counts when none is given; empty when there is none
 * @param otherwise what it means that none is given, where the usual value does not say it; empty when it does
 * @param secret whether its value must not be shown
 * @param readers the roles whose servers read it; none when only the local run does
 */
public record Setting(
        String name, String form, String meaning, String usual, String otherwise, boolean secret, Set<Role> readers) {

    public Setting {
        readers = Set.copyOf(readers);
    }

    /** A key without a usual value. */
    public static Setting of(String name, String form, String meaning, Role... readers) {
        return new Setting(name, form, meaning, "", "", false, Set.of(readers));
    }

    /** The same with that value when none is given. */
    public Setting usually(String value) {
        return new Setting(name, form, meaning, value, otherwise, secret, readers);
    }

    /** The same with what becomes of it when none is given. */
    public Setting otherwise(String words) {
        return new Setting(name, form, meaning, usual, words, secret, readers);
    }

    /** The same with a value that nobody may see. */
    public Setting asSecret() {
        return new Setting(name, form, meaning, usual, otherwise, true, readers);
    }
}
