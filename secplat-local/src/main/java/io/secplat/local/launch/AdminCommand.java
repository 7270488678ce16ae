package io.secplat.local.launch;

import io.secplat.local.admin.AdminException;
import io.secplat.local.admin.Connector;
import io.secplat.local.admin.Console;
import io.secplat.local.admin.Operation;
import io.secplat.local.process.StartFailedException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** {@code admin}: shows what one role offers to operators and how it stands, or has an operation done. */
record AdminCommand(Connector connector, Terminal terminal) {

    private static final int WIDTH = 120;

    /** For the console of a server; a StartFailedException when it cannot be reached. */
    static AdminCommand of(Console console, Terminal terminal) {
        return new AdminCommand(asked(() -> new Connector(console)), terminal);
    }

    /** What there is, and the state of the loops. */
    void show(String role) {
        List<Operation> operations = asked(() -> connector.operations(role));
        if (operations.isEmpty()) {
            throw new StartFailedException("This server has no role " + role + ".");
        }
        for (Operation operation : operations) {
            terminal.say("%s", operation.usage());
            terminal.say("    %s", operation.description());
            operation
                    .parameters()
                    .forEach(parameter -> terminal.say(
                            "    %s (%s): %s",
                            parameter.name().toUpperCase(Locale.ROOT), parameter.type(), parameter.description()));
        }
        Map<String, Map<String, List<String>>> attributes = asked(() -> connector.attributes(role));
        attributes.forEach((bean, values) -> {
            terminal.say("");
            terminal.say("%s", bean);
            values.forEach(this::show);
        });
    }

    /** In one line, or in a line for each when that would be too long. */
    private void show(String attribute, List<String> value) {
        String line = String.join(", ", value);
        if (line.length() <= WIDTH) {
            terminal.say("    %s: %s", attribute, line);
        } else {
            terminal.say("    %s:", attribute);
            value.forEach(each -> terminal.say("        %s", each));
        }
    }

    /** Does it. The words after the operation are the loop, where it belongs to one, and its arguments. */
    void run(String role, String name, List<String> words) {
        List<Operation> named = asked(() -> connector.operations(role)).stream()
                .filter(operation -> operation.name().equals(name))
                .toList();
        Operation operation = named.stream()
                .filter(one -> one.loop().isEmpty()
                        || (!words.isEmpty() && words.get(0).equals(one.loop())))
                .findFirst()
                .orElseThrow(() -> new StartFailedException("There is no such operation. " + usages(role, named)));
        List<String> arguments = operation.loop().isEmpty() ? words : words.subList(1, words.size());
        if (arguments.size() != operation.parameters().size()) {
            throw new StartFailedException("It is written " + operation.usage());
        }
        asked(() -> connector.invoke(operation, arguments)).forEach(line -> terminal.say("%s", line));
    }

    private static String usages(String role, List<Operation> named) {
        return named.isEmpty()
                ? "./secplat admin " + role + " shows those that there are."
                : "There are: "
                        + String.join(", ", named.stream().map(Operation::usage).toList());
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (AdminException e) {
            throw new StartFailedException(String.valueOf(e.getMessage()), e);
        }
    }
}
