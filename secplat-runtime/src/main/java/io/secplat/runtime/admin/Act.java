package io.secplat.runtime.admin;

import java.util.List;

/**
 * One operation that an operator asked for.
 *
 * @param operator the user of the server's console; {@code local} for somebody on the machine itself
 * @param target the name of the management bean
 * @param arguments as text; no operation takes a secret
 * @param status {@code done}, {@code refused} or {@code failed}
 */
public record Act(String operator, String target, String operation, List<String> arguments, String status) {

    public Act {
        arguments = List.copyOf(arguments);
    }
}
